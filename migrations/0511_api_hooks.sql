-- Webhooks: where other systems are told of what happens to cases, by kinds of facts (a list with commas). The secret they check
-- the signature with is made from the id and the council's own, and is kept nowhere.
CREATE TABLE api_hooks (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    made INTEGER NOT NULL,
    ended INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX api_hooks_live ON api_hooks (name) WHERE ended = 0;

-- What is told, by the number of the fact. Those of one case go one after the other.
CREATE TABLE api_hooks_deliveries (
    hook BLOB NOT NULL REFERENCES api_hooks (id),
    seq INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'done' OR state = 'dead'),
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    status INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (hook, seq)
) WITHOUT ROWID;
CREATE INDEX api_hooks_lane ON api_hooks_deliveries (hook, case_id, seq) WHERE state = 'waiting';
CREATE INDEX api_hooks_due ON api_hooks_deliveries (due) WHERE state = 'waiting';
CREATE INDEX api_hooks_case ON api_hooks_deliveries (case_id, hook, seq);
CREATE INDEX api_hooks_told ON api_hooks_deliveries (made) WHERE state = 'done';
