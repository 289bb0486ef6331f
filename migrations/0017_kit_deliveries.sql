-- What becomes of a message after a provider took it. `large`: a letter in large print. `provider_id`: what the provider calls
-- it; `delivery`: the provider's last word of it, empty while there is none; `asked_at`: when it was last asked.
ALTER TABLE outbox_messages ADD COLUMN large INTEGER NOT NULL DEFAULT 0 CHECK (large IN (0, 1));
ALTER TABLE outbox_messages ADD COLUMN provider_id TEXT;
ALTER TABLE outbox_messages ADD COLUMN delivery TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_messages ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;

CREATE INDEX outbox_messages_undelivered ON outbox_messages (asked_at, id)
    WHERE state = 'sent' AND provider_id IS NOT NULL AND delivery = '';
