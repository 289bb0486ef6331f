-- Where an answer to a mail comes in, what the mail belongs to (as References), and which mail it answers by itself.
ALTER TABLE outbox_messages ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_messages ADD COLUMN thread TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_messages ADD COLUMN answers TEXT NOT NULL DEFAULT '';
