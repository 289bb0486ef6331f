-- What makes dealing with the council hard for somebody (barriers), and what they asked for (adjustments), an answer a row,
-- each with who gave it. `value`: the hour, the language, the channel, the address, whoever is copied in; else empty.
CREATE TABLE residents_needs (
    resident BLOB NOT NULL REFERENCES residents (id),
    barrier INTEGER NOT NULL CHECK (barrier IN (0, 1)),
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    by_staff INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
    giver BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (resident, barrier, code)
) WITHOUT ROWID;

CREATE INDEX residents_needs_by_code ON residents_needs (barrier, code);

-- That they agreed, how, and who decided by which published rule that they are offered more help: `rule` is empty where none
-- fired, `criteria` the edition of the rules. Decided again from time to time, for people grow older and rules change.
CREATE TABLE residents_passports (
    resident BLOB NOT NULL PRIMARY KEY REFERENCES residents (id),
    revision INTEGER NOT NULL,
    agreed TEXT NOT NULL,
    agreed_at INTEGER NOT NULL,
    rule TEXT NOT NULL,
    criteria INTEGER NOT NULL,
    decided INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX residents_passports_by_rule ON residents_passports (rule);

CREATE INDEX residents_passports_by_decided ON residents_passports (decided, resident);
