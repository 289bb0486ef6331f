-- Work for later. `due` is also the end of a running job's lease: a job whose worker died becomes due again by itself.
CREATE TABLE jobs (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT UNIQUE,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
    due INTEGER NOT NULL,
    every INTEGER NOT NULL,
    again INTEGER NOT NULL CHECK (again IN (0, 1)),
    attempts INTEGER NOT NULL,
    worker BLOB NOT NULL,
    trouble TEXT NOT NULL,
    made_at INTEGER NOT NULL
);

CREATE INDEX jobs_due ON jobs (due) WHERE state = 'waiting';

CREATE INDEX jobs_dead ON jobs (id) WHERE state = 'dead';
