-- Cases. An id is made from the moment a case was opened, so ordering by id is ordering by opening. `live` is 1 while the
-- council still has something to do; late and stale are ranges over `promised` and `next_action`, never stored.
CREATE TABLE cases (
    id BLOB NOT NULL PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    draft BLOB NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'waiting', 'decided', 'passed-on', 'closed', 'withdrawn')),
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    team TEXT NOT NULL,
    owner BLOB NOT NULL,
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
    latitude REAL,
    longitude REAL,
    ward TEXT NOT NULL,
    postcode TEXT NOT NULL,
    street TEXT NOT NULL,
    cell INTEGER NOT NULL,
    passed_to TEXT NOT NULL,
    answers TEXT NOT NULL
);

-- The officer's lists: for each way in, one index per order.
CREATE INDEX cases_live ON cases (id) WHERE live = 1;
CREATE INDEX cases_live_promised ON cases (promised, id) WHERE live = 1;
CREATE INDEX cases_live_next ON cases (next_action, id) WHERE live = 1;
CREATE INDEX cases_owner ON cases (owner, id) WHERE live = 1;
CREATE INDEX cases_owner_promised ON cases (owner, promised, id) WHERE live = 1;
CREATE INDEX cases_owner_next ON cases (owner, next_action, id) WHERE live = 1;
CREATE INDEX cases_team ON cases (team, id) WHERE live = 1;
CREATE INDEX cases_team_promised ON cases (team, promised, id) WHERE live = 1;
CREATE INDEX cases_team_next ON cases (team, next_action, id) WHERE live = 1;
CREATE INDEX cases_service ON cases (service, id) WHERE live = 1;
CREATE INDEX cases_service_promised ON cases (service, promised, id) WHERE live = 1;
CREATE INDEX cases_service_next ON cases (service, next_action, id) WHERE live = 1;
CREATE INDEX cases_kind ON cases (kind, id) WHERE live = 1;
CREATE INDEX cases_kind_promised ON cases (kind, promised, id) WHERE live = 1;
CREATE INDEX cases_kind_next ON cases (kind, next_action, id) WHERE live = 1;
CREATE INDEX cases_ward ON cases (ward, id) WHERE live = 1;
CREATE INDEX cases_ward_promised ON cases (ward, promised, id) WHERE live = 1;
CREATE INDEX cases_ward_next ON cases (ward, next_action, id) WHERE live = 1;

-- Ended cases are listed newest first only.
CREATE INDEX cases_ended ON cases (status, id) WHERE live = 0;
CREATE INDEX cases_ended_owner ON cases (owner, status, id) WHERE live = 0;
CREATE INDEX cases_ended_team ON cases (team, status, id) WHERE live = 0;
CREATE INDEX cases_ended_service ON cases (service, status, id) WHERE live = 0;
CREATE INDEX cases_ended_kind ON cases (kind, status, id) WHERE live = 0;
CREATE INDEX cases_ended_ward ON cases (ward, status, id) WHERE live = 0;

CREATE INDEX cases_resident ON cases (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX cases_near ON cases (service, kind, cell, id) WHERE live = 1 AND cell <> 0;
CREATE INDEX cases_watch ON cases (promised, id) WHERE live = 1 AND told_late = 0;
CREATE UNIQUE INDEX cases_external ON cases (source, external) WHERE external <> '';
