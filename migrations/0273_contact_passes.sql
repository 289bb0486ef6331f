-- An open contact that was passed on: by whom, to whom (`staff:` and an id, or `team:` and a code), with what to know, and who took it up.
-- While it waits nobody has it, and the contact's own `staff` is nobody. `lost`: it was not taken up on its day, or they had gone.
CREATE TABLE contacts_passes (
    id BLOB NOT NULL PRIMARY KEY,
    contact BLOB NOT NULL REFERENCES contacts (id),
    sender BLOB NOT NULL,
    receiver TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    waiting INTEGER NOT NULL CHECK (waiting IN (0, 1)),
    taken INTEGER NOT NULL,
    taken_by BLOB,
    lost INTEGER NOT NULL CHECK (lost IN (0, 1))
);

CREATE UNIQUE INDEX contacts_passes_one ON contacts_passes (contact) WHERE waiting = 1;
CREATE INDEX contacts_passes_of ON contacts_passes (contact, at, id);
CREATE INDEX contacts_passes_to ON contacts_passes (receiver, at, id) WHERE waiting = 1;
CREATE INDEX contacts_passes_from ON contacts_passes (sender, at, id) WHERE waiting = 1;
CREATE INDEX contacts_passes_late ON contacts_passes (at, id) WHERE waiting = 1 AND lost = 0;
