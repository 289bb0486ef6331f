-- How a message came: on a page, by email or by post. `sender`: the address of a mail that is none of its reporter's, which
-- anybody may have written. `files`: what came with it and what of that was not kept, as JSON, empty for nothing.
ALTER TABLE cases_messages ADD COLUMN channel TEXT NOT NULL DEFAULT 'page' CHECK (channel = 'page' OR channel = 'email' OR channel = 'post');
ALTER TABLE cases_messages ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE cases_messages ADD COLUMN files TEXT NOT NULL DEFAULT '';

-- Email and post that came to the council. `key`: the digest of a mail's Message-ID, or what a page made: the same twice is
-- one. It waits until somebody knows what it belongs to; `why` is the code of what is known about it. `place` is 0 where its
-- words speak of danger, else 1. `other`: a mail from an address that is nobody's of its case. `files`: what came with it
-- and what of that was not kept, as JSON.
CREATE TABLE mail_received (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    channel TEXT NOT NULL CHECK (channel = 'email' OR channel = 'post'),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'case', 'resident', 'contact', 'aside', 'automatic')),
    why TEXT NOT NULL,
    place INTEGER NOT NULL,
    received INTEGER NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    message_id TEXT NOT NULL,
    files TEXT NOT NULL,
    other INTEGER NOT NULL CHECK (other IN (0, 1)),
    case_id BLOB,
    resident BLOB,
    contact BLOB,
    staff BLOB NOT NULL,
    done_at INTEGER NOT NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX mail_received_state ON mail_received (state, place, received, id);
CREATE INDEX mail_received_case ON mail_received (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX mail_received_resident ON mail_received (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX mail_received_sender ON mail_received (sender, id);

-- What came, added up by month as facts arrive.
CREATE TABLE mail_figures (
    month TEXT NOT NULL,
    channel TEXT NOT NULL,
    what TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (month, channel, what)
) WITHOUT ROWID;
