-- A text when the turn is near: sent once. `told_near` is when it was, 0 before; it is set together with the message that leaves, and the
-- number goes out of `phone` in that moment. `message` is that message, until the visit or its day is over: then it is deleted too.
ALTER TABLE queue_visits ADD COLUMN told_near INTEGER NOT NULL DEFAULT 0;
ALTER TABLE queue_visits ADD COLUMN message BLOB;

CREATE INDEX queue_visits_texts ON queue_visits (id) WHERE phone <> '';
CREATE INDEX queue_visits_messages ON queue_visits (id) WHERE message IS NOT NULL;
