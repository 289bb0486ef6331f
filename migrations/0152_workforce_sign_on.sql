-- Who somebody is at the council's own provider, bound the first time they sign on there: another `council_subject` of the same
-- `council_issuer` is somebody else.
ALTER TABLE staff ADD COLUMN council_issuer TEXT;
ALTER TABLE staff ADD COLUMN council_subject TEXT;

CREATE UNIQUE INDEX staff_by_subject ON staff (council_issuer, council_subject);

-- How a half-done sign-in began: 'password' or 'council'.
ALTER TABLE staff_sign_ins ADD COLUMN how TEXT NOT NULL DEFAULT 'password' CHECK (how IN ('password', 'council'));

-- Somebody is on their way to the council's provider and back. It belongs to one browser and is gone when it is used.
CREATE TABLE staff_sign_ons (
    state_hash BLOB NOT NULL PRIMARY KEY,
    visitor BLOB NOT NULL,
    next TEXT NOT NULL,
    until INTEGER NOT NULL
);

CREATE INDEX staff_sign_ons_by_until ON staff_sign_ons (until);
