-- How many cases stand where, kept up to date by following the journal: a page of figures never counts cases.
CREATE TABLE cases_figures (
    service TEXT NOT NULL,
    kind TEXT NOT NULL,
    ward TEXT NOT NULL,
    team TEXT NOT NULL,
    status TEXT NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (service, kind, ward, team, status)
) WITHOUT ROWID;
