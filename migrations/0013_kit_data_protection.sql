-- Data protection: who looked at what, what was sent to whom, what must not be erased.

-- What a person is shown of the looks at them.
CREATE INDEX looks_by_subject ON looks (subject_kind, subject, id);

-- Messages to a resident with an account; others are found by where they went.
ALTER TABLE outbox_messages ADD COLUMN resident BLOB;
CREATE INDEX outbox_messages_by_recipient ON outbox_messages (recipient, id);
CREATE INDEX outbox_messages_by_resident ON outbox_messages (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX outbox_messages_done ON outbox_messages (done_at, id) WHERE done_at IS NOT NULL;

-- What a subject's personal text is kept for in spite of its time or a request: one hold at a time on each. Its id is made
-- when the page is drawn.
CREATE TABLE holds (
    id BLOB NOT NULL PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    reason TEXT NOT NULL,
    review INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    ended_at INTEGER,
    ended_by BLOB
);
CREATE UNIQUE INDEX holds_standing ON holds (subject_kind, subject) WHERE ended_at IS NULL;
CREATE INDEX holds_by_subject ON holds (subject_kind, subject, id);
