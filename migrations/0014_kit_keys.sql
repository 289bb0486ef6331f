-- Keys of other systems. Only a hash of the secret half is kept; `mark` is the half by which a key is looked up. `scopes` is a
-- list with commas. A key that was ended stays, so that the journal can still name it.
CREATE TABLE keys (
    id BLOB NOT NULL PRIMARY KEY,
    mark TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    hash BLOB NOT NULL,
    made INTEGER NOT NULL,
    ended INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX keys_live ON keys (name) WHERE ended = 0;
