-- How many cases came by which way, live and ended, kept up to date by following the journal like cases_figures.
CREATE TABLE cases_sources (
    source TEXT NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    cases INTEGER NOT NULL,
    PRIMARY KEY (source, live)
) WITHOUT ROWID;
