-- Cases. An id is made from the moment a case was opened, so ordering by id is ordering by opening. `live` is 1 while the
-- council still has something to do; late and stale are ranges over `promised` and `next_action`, never stored.
-- `unread` is 0 when every message of a resident has been opened; else when the oldest that was not came in, and its negative
-- when one of them speaks of danger, so that those come first. `contact_key` is the address a one-time code has proved, as
-- all its spellings share it; empty when none was proved.
CREATE TABLE cases (
    id BLOB NOT NULL PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    draft BLOB NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status = 'open' OR status = 'waiting' OR status = 'decided' OR status = 'passed-on' OR status = 'closed' OR status = 'withdrawn'),
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    priority TEXT NOT NULL CHECK (priority = 'low' OR priority = 'normal' OR priority = 'high' OR priority = 'urgent'),
    team TEXT NOT NULL,
    owner BLOB NOT NULL,
    owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
    opened INTEGER NOT NULL,
    dated INTEGER NOT NULL CHECK (dated IN (0, 1)),
    promised INTEGER NOT NULL,
    promise_reason TEXT NOT NULL,
    promises INTEGER NOT NULL,
    told_late INTEGER NOT NULL CHECK (told_late IN (0, 1)),
    next_action INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    source TEXT NOT NULL,
    external TEXT NOT NULL,
    resident BLOB,
    visitor BLOB NOT NULL,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    contact_by TEXT NOT NULL CHECK (contact_by = 'address' OR contact_by = 'account' OR contact_by = 'hand'),
    contact_key TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    ward TEXT NOT NULL,
    postcode TEXT NOT NULL,
    street TEXT NOT NULL,
    cell INTEGER NOT NULL,
    passed_to TEXT NOT NULL,
    unread INTEGER NOT NULL,
    answers TEXT NOT NULL
);

-- The officer's lists: one index per order, which carries what the filters look at, so that a list walks it and reads only
-- the rows it shows. What is somebody's has its own, so that a case pays for them only once it has an owner.
CREATE INDEX cases_live ON cases (id, service, kind, ward, status, owner, team, promised, next_action) WHERE live = 1;
CREATE INDEX cases_live_promised ON cases (promised, id, service, kind, ward, status, owner, team, next_action, told_late) WHERE live = 1;
CREATE INDEX cases_live_next ON cases (next_action, id, service, kind, ward, status, owner, team, promised) WHERE live = 1;
CREATE INDEX cases_owner ON cases (owner, id) WHERE live = 1 AND owned = 1;
CREATE INDEX cases_owner_promised ON cases (owner, promised, id) WHERE live = 1 AND owned = 1;
CREATE INDEX cases_owner_next ON cases (owner, next_action, id) WHERE live = 1 AND owned = 1;

-- Ended cases are listed newest first only, entered by the narrowest filter; each index carries what the wider ones look at.
CREATE INDEX cases_ended ON cases (status, id) WHERE live = 0;
CREATE INDEX cases_ended_owner ON cases (owner, status, id, service, kind, ward, team) WHERE live = 0;
CREATE INDEX cases_ended_ward ON cases (ward, status, id, service, kind, team) WHERE live = 0;
CREATE INDEX cases_ended_kind ON cases (kind, status, id, service, team) WHERE live = 0;
CREATE INDEX cases_ended_team ON cases (team, status, id, service) WHERE live = 0;
CREATE INDEX cases_ended_service ON cases (service, status, id) WHERE live = 0;

-- What residents wrote and nobody here has opened yet, of live and ended cases.
CREATE INDEX cases_unread ON cases (unread, id) WHERE unread <> 0;

CREATE INDEX cases_resident ON cases (resident, id) WHERE resident IS NOT NULL;
-- Sent without an account: found again when the same person makes one or signs in.
CREATE INDEX cases_unclaimed ON cases (contact_key, id) WHERE resident IS NULL AND contact_key <> '';
CREATE INDEX cases_near ON cases (service, kind, cell, id) WHERE live = 1 AND cell <> 0;
CREATE UNIQUE INDEX cases_external ON cases (source, external) WHERE external <> '';
