-- Files people send. A file belongs to what it was sent for (`owner`), and whoever may see that may see the file. Its bytes
-- are pieces of 256 KiB, written one transaction each: `sending` until all are there and somebody says what it is for.
-- Piece 0 of a picture is a small one of it.
CREATE TABLE files (
    id BLOB NOT NULL PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    owner BLOB NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'pdf')),
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    sent_sha256 BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'waiting', 'clean', 'unchecked', 'infected')),
    kept_at INTEGER NOT NULL
);
CREATE INDEX files_by_owner ON files (owner_kind, owner, id);
CREATE INDEX files_by_state ON files (state, kept_at);

CREATE TABLE files_pieces (
    file BLOB NOT NULL REFERENCES files (id),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file, number)
);
