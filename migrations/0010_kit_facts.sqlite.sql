-- The journal. `seq` is the rowid: under the one writer its order is the order of commits.
CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    who_kind TEXT NOT NULL,
    who BLOB NOT NULL,
    on_behalf BLOB NOT NULL,
    help TEXT NOT NULL,
    about TEXT NOT NULL,
    data TEXT NOT NULL,
    body TEXT,
    salt BLOB,
    body_seal BLOB,
    digest BLOB NOT NULL
);

-- Which facts are about what. No reference to facts: both rows are written by one function, and it is the hot path.
CREATE TABLE facts_subjects (
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    fact BLOB NOT NULL,
    PRIMARY KEY (kind, subject, fact)
) WITHOUT ROWID;

CREATE TABLE facts_cursors (
    name TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL
);

CREATE TABLE facts_seals (
    number INTEGER NOT NULL PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    at INTEGER NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    signer BLOB NOT NULL
);
