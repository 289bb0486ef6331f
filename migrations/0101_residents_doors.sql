-- One-time codes, known devices, and what a code has opened. A challenge belongs to one browser (`visitor`) and one
-- purpose; the code is kept only as a keyed hash. `known`: its owner is signed in or on a device of theirs; `proved`: 1 the
-- code was entered, 2 what it opened was used.
CREATE TABLE challenges (
    id BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose = 'sign-in' OR purpose = 'sign-up' OR purpose = 'track' OR purpose = 'resume' OR purpose = 'verify'),
    subject BLOB NOT NULL,
    visitor BLOB NOT NULL,
    email TEXT,
    phone TEXT,
    code_hash BLOB NOT NULL,
    tries INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    proved INTEGER NOT NULL CHECK (proved = 0 OR proved = 1 OR proved = 2),
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL
);

CREATE INDEX challenges_by_visitor ON challenges (visitor, purpose, subject);

CREATE INDEX challenges_by_until ON challenges (until);

CREATE TABLE devices (
    resident BLOB NOT NULL REFERENCES residents (id),
    device BLOB NOT NULL,
    signed_in_at INTEGER NOT NULL,
    PRIMARY KEY (resident, device)
) WITHOUT ROWID;

CREATE TABLE residents_grants (
    visitor BLOB NOT NULL,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (visitor, subject_kind, subject)
) WITHOUT ROWID;

CREATE INDEX residents_grants_by_until ON residents_grants (until);
