-- What an officer answered to an email that is on no case. `id` is made when the page is drawn: sent twice it is one.
CREATE TABLE mail_answers (
    id BLOB NOT NULL PRIMARY KEY,
    mail BLOB NOT NULL REFERENCES mail_received (id),
    staff BLOB NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX mail_answers_mail ON mail_answers (mail, at, id);

-- The first email of the thread that this one goes on: it came to the address that an answer of ours gave.
ALTER TABLE mail_received ADD COLUMN thread BLOB;
CREATE INDEX mail_received_thread ON mail_received (thread, id) WHERE thread IS NOT NULL;
