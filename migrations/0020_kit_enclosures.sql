-- Files that go along with a mail: their ids, each after a space; they belong to what the message is about.
ALTER TABLE outbox_messages ADD COLUMN files TEXT NOT NULL DEFAULT '';
