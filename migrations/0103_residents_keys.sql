-- How staff find a person: a row for each word, number and date somebody may be looked up by, folded in Rust, with a letter in
-- front that says what it is. `residents_words` has each word once, under itself and under itself with any one letter left
-- out: two words that differ by one mistake share one of these. `keyed` is the edition of the rules a resident's keys were
-- written by; 0 waits for the job.
ALTER TABLE residents ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0;

CREATE INDEX residents_by_keyed ON residents (keyed, id);

CREATE TABLE residents_keys (
    key TEXT NOT NULL,
    resident BLOB NOT NULL REFERENCES residents (id),
    PRIMARY KEY (key, resident)
) WITHOUT ROWID;

CREATE UNIQUE INDEX residents_keys_by_resident ON residents_keys (resident, key);

CREATE TABLE residents_words (
    gram TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (gram, word)
) WITHOUT ROWID;

-- What staff know of a person besides the account. `born`: YYYY-MM-DD. `guarded`: the address is a safe address; it is shown
-- and found nowhere, only where it is needed and asked for with a reason.
CREATE TABLE residents_records (
    resident BLOB NOT NULL PRIMARY KEY REFERENCES residents (id),
    revision INTEGER NOT NULL,
    born TEXT,
    guarded INTEGER NOT NULL CHECK (guarded IN (0, 1))
) WITHOUT ROWID;
