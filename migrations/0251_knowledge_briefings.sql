-- Briefings: what staff have to read before they go on. `id` is the key of the button that gave it; `teams` the codes of the teams it
-- is for, as a JSON list, empty for everybody. It stands at the head of the desk until `until`, or until somebody ended it.
CREATE TABLE knowledge_briefings (
    id BLOB NOT NULL PRIMARY KEY,
    author BLOB NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    teams TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1))
);

CREATE INDEX knowledge_briefings_standing ON knowledge_briefings (until, id) WHERE ended = 0;

-- Who has read which.
CREATE TABLE knowledge_briefings_read (
    briefing BLOB NOT NULL REFERENCES knowledge_briefings (id),
    staff BLOB NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (briefing, staff)
) WITHOUT ROWID;
