-- A key may be a person's own: `holder` is then who they are ("staff:…", "resident:…"), and empty where another system has
-- it. `expires` is 0 for a key that opens until it is ended. `used` is when it was used last, noted at most once an hour.
ALTER TABLE keys ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE keys ADD COLUMN expires INTEGER NOT NULL DEFAULT 0;
ALTER TABLE keys ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
DROP INDEX keys_live;
CREATE UNIQUE INDEX keys_live ON keys (holder, name) WHERE ended = 0;
CREATE INDEX keys_of ON keys (holder, id);

-- What a request of a program was answered, so that the same one sent again is answered the same. Numbers and codes only: an
-- answer to a request that changes something says no more. Kept for a day.
CREATE TABLE api_answers (
    caller TEXT NOT NULL,
    key BLOB NOT NULL,
    digest BLOB NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (caller, key)
) WITHOUT ROWID;
CREATE INDEX api_answers_at ON api_answers (at);
