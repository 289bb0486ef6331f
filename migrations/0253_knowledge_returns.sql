-- Drafts that were sent back to whoever wrote them, with a reason: what was sent back never changes, so there is no statement that
-- updates or deletes a row. `id` is the key of the button that sent it back, `version` the version it would have become and
-- `revision` the draft's as it was read: a draft changed after that waits to be approved again.
CREATE TABLE knowledge_returns (
    id BLOB NOT NULL PRIMARY KEY,
    article BLOB NOT NULL REFERENCES knowledge_articles (id),
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    reason TEXT NOT NULL,
    staff BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    UNIQUE (article, version, revision)
);
