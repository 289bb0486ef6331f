-- By what somebody who has no account is found at the desk, and by what a request about a vehicle: as in `residents_keys` and
-- `residents_words`. `person`: the case, for its first reporter, or one of `cases_reporters`. The empty key waits for the job that
-- writes the others.
CREATE TABLE cases_found (
    key TEXT NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY (key, person)
) WITHOUT ROWID;

CREATE UNIQUE INDEX cases_found_by_person ON cases_found (person, key);

CREATE TABLE cases_words (
    gram TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (gram, word)
) WITHOUT ROWID;
