-- Who was trained to decide on the spot, within a service's rules of delegation: switched on person by person. Who ended it and
-- when stands in the journal.
CREATE TABLE services_delegates (
    service TEXT NOT NULL,
    staff BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (service, staff)
) WITHOUT ROWID;
