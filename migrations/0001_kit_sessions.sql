-- Sessions, attempts and looks. Times are microseconds UTC; ids are UUIDv7 as 16 bytes.

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    visitor BLOB NOT NULL,
    person_kind TEXT NOT NULL CHECK (person_kind = 'anyone' OR person_kind = 'resident' OR person_kind = 'staff'),
    person BLOB NOT NULL,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);
CREATE INDEX sessions_by_until ON sessions (until);

CREATE TABLE attempts (
    bucket TEXT NOT NULL PRIMARY KEY,
    begun INTEGER NOT NULL,
    count INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX attempts_by_begun ON attempts (begun);

CREATE TABLE looks (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    staff BLOB NOT NULL,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    purpose TEXT NOT NULL,
    query TEXT NOT NULL
) WITHOUT ROWID;
