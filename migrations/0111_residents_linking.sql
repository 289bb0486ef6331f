-- Which records are of one person. `details` grows each time what a resident is found by is written; `matched` is the one that
-- was compared with others. The keys by which others are found that may be the same person stand in `residents_keys`.
ALTER TABLE residents ADD COLUMN details INTEGER NOT NULL DEFAULT 0;
ALTER TABLE residents ADD COLUMN matched INTEGER NOT NULL DEFAULT 0;

CREATE INDEX residents_to_match ON residents (id) WHERE matched < details;

-- How many residents there are, counted once a day: how rare a name is depends on it. One row.
CREATE TABLE residents_counts (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    residents INTEGER NOT NULL,
    at INTEGER NOT NULL
);

-- Two records that may be of one person, the lower id first, and what a person decided. `guarded`: one of them has a safe
-- address. `bits`: hundredths of log2 of the odds. `key`: of the last decision, made when its page was drawn.
CREATE TABLE residents_proposals (
    id BLOB NOT NULL PRIMARY KEY,
    a BLOB NOT NULL REFERENCES residents (id),
    b BLOB NOT NULL REFERENCES residents (id),
    state TEXT NOT NULL CHECK (state = 'open' OR state = 'unsure' OR state = 'never' OR state = 'joined' OR state = 'disputed' OR state = 'gone'),
    guarded INTEGER NOT NULL CHECK (guarded IN (0, 1)),
    bits INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    key BLOB UNIQUE,
    reason TEXT NOT NULL,
    decided_by BLOB,
    decided_at INTEGER
);

CREATE UNIQUE INDEX residents_proposals_of_pair ON residents_proposals (a, b);

CREATE INDEX residents_proposals_by_b ON residents_proposals (b, a);

CREATE INDEX residents_proposals_by_state ON residents_proposals (state, guarded, bits, id);

-- Records joined, and parted again. Nothing else changes: both accounts stay as they are, and whoever reads follows this table.
-- `office`: the role of whoever joined them, which the person is told. `disputed_at`: the person said that this is not them;
-- from then on each account sees its own alone.
CREATE TABLE residents_merges (
    id BLOB NOT NULL PRIMARY KEY,
    proposal BLOB NOT NULL,
    kept BLOB NOT NULL REFERENCES residents (id),
    merged BLOB NOT NULL REFERENCES residents (id),
    office TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    disputed_by BLOB,
    disputed_at INTEGER,
    undone_reason TEXT NOT NULL,
    undone_by BLOB,
    undone_at INTEGER
);

CREATE UNIQUE INDEX residents_merges_standing ON residents_merges (merged) WHERE undone_at IS NULL;

CREATE INDEX residents_merges_by_kept ON residents_merges (kept, id);

CREATE INDEX residents_merges_by_merged ON residents_merges (merged, id);

CREATE INDEX residents_merges_by_proposal ON residents_merges (proposal, id);
