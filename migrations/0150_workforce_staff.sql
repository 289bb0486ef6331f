-- Staff, their roles and teams. `totp` and `totp_next` are sealed with a key made from the council's secret; `totp_step` is
-- the last step whose code was used.
CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    password_hash TEXT,
    totp BLOB,
    totp_step INTEGER NOT NULL,
    totp_next BLOB,
    setup_hash BLOB UNIQUE,
    setup_until INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    signed_in_at INTEGER
);

CREATE INDEX staff_by_name ON staff (name_key, id);

CREATE INDEX staff_listed ON staff (name_key, id) WHERE listed = 1;

CREATE TABLE staff_roles (
    staff BLOB NOT NULL REFERENCES staff (id),
    role TEXT NOT NULL CHECK (role = 'officer' OR role = 'team-member' OR role = 'team-leader' OR role = 'service-owner' OR role = 'administrator'),
    PRIMARY KEY (staff, role)
) WITHOUT ROWID;

CREATE INDEX staff_roles_by_role ON staff_roles (role, staff);

CREATE TABLE teams (
    code TEXT NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

CREATE TABLE staff_teams (
    staff BLOB NOT NULL REFERENCES staff (id),
    team TEXT NOT NULL REFERENCES teams (code),
    PRIMARY KEY (staff, team)
) WITHOUT ROWID;

CREATE INDEX staff_teams_by_team ON staff_teams (team, staff);

-- Half a sign-in: the password was right, the code is still to come. It belongs to one browser.
CREATE TABLE staff_sign_ins (
    id BLOB NOT NULL PRIMARY KEY,
    staff BLOB NOT NULL REFERENCES staff (id),
    visitor BLOB NOT NULL,
    tries INTEGER NOT NULL,
    until INTEGER NOT NULL
);

CREATE INDEX staff_sign_ins_by_staff ON staff_sign_ins (staff);

CREATE INDEX staff_sign_ins_by_until ON staff_sign_ins (until);

CREATE TABLE staff_devices (
    staff BLOB NOT NULL REFERENCES staff (id),
    device BLOB NOT NULL,
    signed_in_at INTEGER NOT NULL,
    PRIMARY KEY (staff, device)
) WITHOUT ROWID;
