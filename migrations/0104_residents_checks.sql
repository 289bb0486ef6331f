-- Who opened a person's record, for what, and whether they knew who was asking. `given`: codes of what the caller got right.
-- `caller`: `self`, an authority's id, or `other`. The record stays open to that member of staff until `until`.
CREATE TABLE residents_openings (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL REFERENCES residents (id),
    staff BLOB NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose = 'caller' OR purpose = 'work'),
    caller TEXT NOT NULL,
    given TEXT NOT NULL,
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    at INTEGER NOT NULL,
    until INTEGER NOT NULL
);

CREATE INDEX residents_openings_by_staff ON residents_openings (staff, resident, id);

CREATE INDEX residents_openings_by_resident ON residents_openings (resident, id);

-- Who else may speak for a person, about what, until when. `kind` as `residents::authorities::Kind` names it.
CREATE TABLE residents_authorities (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL REFERENCES residents (id),
    kind TEXT NOT NULL,
    holder TEXT NOT NULL,
    scope TEXT NOT NULL,
    seen TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by BLOB
);

CREATE INDEX residents_authorities_by_resident ON residents_authorities (resident, id);

-- What everybody who opens the record has to know: that somebody died, that the address is a safe one, that there is a risk.
-- A risk has a day on which it is looked at again.
CREATE TABLE residents_markers (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL REFERENCES residents (id),
    kind TEXT NOT NULL CHECK (kind = 'deceased' OR kind = 'guarded' OR kind = 'risk'),
    reason TEXT NOT NULL,
    review TEXT,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by BLOB
);

CREATE INDEX residents_markers_by_resident ON residents_markers (resident, id);

CREATE UNIQUE INDEX residents_markers_standing ON residents_markers (resident, kind) WHERE ended_at IS NULL AND kind <> 'risk';
