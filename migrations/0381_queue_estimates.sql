-- Whoever stepped out for a moment is not called before `away_until`; they keep their place.
ALTER TABLE queue_visits ADD COLUMN away_until INTEGER NOT NULL DEFAULT 0;

-- What somebody was told of their wait when they got a ticket, in microseconds from then, and how long it was until the first
-- call: -1 while that is not known, -2 for who left before. Everybody can read how good it was.
CREATE TABLE queue_estimates (
    visit BLOB NOT NULL PRIMARY KEY,
    site TEXT NOT NULL,
    business TEXT NOT NULL,
    given INTEGER NOT NULL,
    about INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    within REAL NOT NULL,
    ahead INTEGER NOT NULL,
    desks INTEGER NOT NULL,
    waited INTEGER NOT NULL
);

CREATE INDEX queue_estimates_site ON queue_estimates (site, given, visit);

-- Devices of a site: a kiosk in its hall. `token` is the hash of what its cookie holds.
CREATE TABLE queue_devices (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    token BLOB NOT NULL UNIQUE,
    made INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    ended INTEGER NOT NULL
);

CREATE INDEX queue_devices_site ON queue_devices (site, id) WHERE ended = 0;
