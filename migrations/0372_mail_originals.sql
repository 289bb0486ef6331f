-- Documents that came in a letter and go back to whoever sent them. One row a letter; `returned_at` is 0 until they went.
CREATE TABLE mail_originals (
    mail BLOB NOT NULL PRIMARY KEY REFERENCES mail_received (id),
    what TEXT NOT NULL,
    received INTEGER NOT NULL,
    returned_at INTEGER NOT NULL,
    how TEXT NOT NULL,
    note TEXT NOT NULL,
    staff BLOB NOT NULL
);
CREATE INDEX mail_originals_waiting ON mail_originals (received, mail) WHERE returned_at = 0;
