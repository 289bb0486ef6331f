-- People who came from another register: which one, and its own number for them, so that whoever is sent twice is imported once.
-- `digest`: SHA-256 of both. It stays when somebody is erased, without the number, so that the next file does not bring them back.
CREATE TABLE residents_imports (
    digest TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    number TEXT NOT NULL,
    resident BLOB NOT NULL REFERENCES residents (id),
    made_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX residents_imports_of ON residents_imports (resident, digest);
