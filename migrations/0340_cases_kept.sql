-- How each case stands against its first promise, as its facts have told so far; `seq` is the last of them, so that a fact
-- heard again changes nothing. `took` is in working days and kept as it was counted, whatever the calendar says later.
CREATE TABLE cases_clocks (
    case_id BLOB NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL,
    service TEXT NOT NULL,
    opened INTEGER NOT NULL,
    dated INTEGER NOT NULL CHECK (dated IN (0, 1)),
    promised INTEGER NOT NULL,
    moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
    state TEXT NOT NULL CHECK (state = 'running' OR state = 'done' OR state = 'stopped'),
    ended INTEGER NOT NULL,
    took INTEGER NOT NULL
) WITHOUT ROWID;

-- The clocks added up by day: 'received', 'stopped' and 'undated' on the day of opening, the others on the day the first
-- promise fell due. A day is the number of days since 1 January 1970 in the council's zone.
CREATE TABLE cases_kept (
    day INTEGER NOT NULL,
    service TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what = 'received' OR what = 'stopped' OR what = 'undated' OR what = 'open' OR what = 'kept' OR what = 'late' OR what = 'moved'),
    took INTEGER NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (day, service, what, took)
) WITHOUT ROWID;
CREATE INDEX cases_kept_standing ON cases_kept (what, day, service) WHERE cases > 0;
