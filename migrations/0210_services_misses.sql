-- Searches that found no service, counted by week and language, without email addresses, numbers and postcodes; a name
-- that somebody typed stays. `week` is the day of its Monday in London (2026-11-16). `words` is empty where they spoke of
-- danger: those are counted, never kept.
CREATE TABLE services_misses (
    id BLOB NOT NULL PRIMARY KEY,
    week TEXT NOT NULL,
    lang TEXT NOT NULL,
    words TEXT NOT NULL,
    times INTEGER NOT NULL,
    dealt INTEGER NOT NULL CHECK (dealt IN (0, 1)),
    revision INTEGER NOT NULL,
    UNIQUE (week, lang, words)
) WITHOUT ROWID;
CREATE INDEX services_misses_by_times ON services_misses (week, times, id);

-- The weeks whose searches service owners have been told of: once, whichever node comes first.
CREATE TABLE services_misses_told (
    week TEXT NOT NULL PRIMARY KEY,
    told_at INTEGER NOT NULL
) WITHOUT ROWID;
