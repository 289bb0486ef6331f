-- When a member of staff could not work. `id` is the key of the button that said so; `page` the part of the desk it stood on, without
-- anybody's number. `ended` is '' while it lasts, 'told' where they said so, 'afterwards' where they said so later, and 'untold' where
-- nobody did: then `until_at` is when that was noticed, and no minutes are counted.
CREATE TABLE outages (
    id BLOB NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    staff BLOB NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL CHECK (kind IN ('system', 'access', 'device')),
    page TEXT NOT NULL,
    words TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    ended TEXT NOT NULL CHECK (ended IN ('', 'told', 'afterwards', 'untold')),
    done TEXT NOT NULL,
    done_by BLOB NOT NULL,
    done_at INTEGER NOT NULL
);

-- Nobody is out twice at once.
CREATE UNIQUE INDEX outages_open ON outages (staff) WHERE ended = '';

CREATE INDEX outages_open_since ON outages (from_at) WHERE ended = '';

CREATE INDEX outages_by_staff ON outages (staff, id);

CREATE INDEX outages_by_start ON outages (from_at);

-- The teams they were in then; an empty code for whoever was in none.
CREATE TABLE outages_teams (
    outage BLOB NOT NULL REFERENCES outages (id),
    team TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    PRIMARY KEY (outage, team)
) WITHOUT ROWID;

CREATE INDEX outages_teams_by_team ON outages_teams (team, outage);

CREATE INDEX outages_teams_by_start ON outages_teams (from_at);

CREATE INDEX outages_teams_of_team_by_start ON outages_teams (team, from_at);
