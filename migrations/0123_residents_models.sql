-- What the council's own records say of how one person's records differ and those of strangers agree, each time that was worked out.
-- `parameters`: the model of the engine, JSON. `pairs`: compared. `matches`: of them expected to be of one person. `refused`: why it
-- is not used, as a code; empty where it is, until a later one is. Rows stay: proposals name the one by which they were scored.
CREATE TABLE residents_models (
    version INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    records INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    matches INTEGER NOT NULL,
    refused TEXT NOT NULL,
    parameters TEXT NOT NULL
);

CREATE INDEX residents_models_used ON residents_models (refused, version);

-- By which of them a pair was scored; nought: by the numbers everybody begins with.
ALTER TABLE residents_proposals ADD COLUMN model INTEGER NOT NULL DEFAULT 0;
