-- Messages on their way out. `due` is also the end of a running delivery's lease. `secret_until`: it holds a one-time code,
-- is blanked once it has left or can leave no more, and never leaves after that moment.
CREATE TABLE outbox_messages (
    id BLOB NOT NULL PRIMARY KEY,
    message_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel = 'email' OR channel = 'text' OR channel = 'letter'),
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    about TEXT NOT NULL,
    secret_until INTEGER,
    state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'sent' OR state = 'shown' OR state = 'failed' OR state = 'no-provider'),
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    worker BLOB NOT NULL,
    trouble TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    done_at INTEGER
);

CREATE INDEX outbox_messages_due ON outbox_messages (due) WHERE state = 'waiting';

CREATE INDEX outbox_messages_failed ON outbox_messages (id) WHERE state = 'failed';

CREATE INDEX outbox_messages_no_provider ON outbox_messages (channel, id) WHERE state = 'no-provider';
