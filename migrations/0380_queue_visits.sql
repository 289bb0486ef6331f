-- The queue: somebody who came, from the door until they leave. `key` is made where the ticket is asked for: sent twice it is one
-- ticket. `token` is the hash of what the address of the visitor's own page holds. Times are microseconds, 0 is never. `base` and
-- `turn` are what the site's published rule makes of when they came, their appointment and their need. `first_called` and
-- `came` never change. `live` is 1 while they are in the house and not done.
CREATE TABLE queue_visits (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    token BLOB NOT NULL UNIQUE,
    site TEXT NOT NULL,
    day INTEGER NOT NULL,
    number INTEGER NOT NULL,
    ticket TEXT NOT NULL,
    business TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way = 'kiosk' OR way = 'floor' OR way = 'desk' OR way = 'phone'),
    lang TEXT NOT NULL,
    initials TEXT NOT NULL,
    need TEXT NOT NULL,
    came INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    booked INTEGER,
    base INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'called' OR state = 'serving' OR state = 'parked' OR state = 'done' OR state = 'left' OR state = 'no-show' OR state = 'merged'),
    desk TEXT NOT NULL,
    staff BLOB,
    first_called INTEGER NOT NULL,
    first_desk TEXT NOT NULL,
    called INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    resident BLOB,
    contact BLOB,
    family BLOB,
    phone TEXT NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (site, day, number)
);

CREATE INDEX queue_visits_live ON queue_visits (site, id) WHERE live = 1;
CREATE INDEX queue_visits_called ON queue_visits (site, called, id);
CREATE INDEX queue_visits_first_called ON queue_visits (site, first_called, id);
CREATE INDEX queue_visits_day ON queue_visits (site, day, id);
CREATE INDEX queue_visits_resident ON queue_visits (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX queue_visits_contact ON queue_visits (contact) WHERE contact IS NOT NULL;

-- The last number given at a site on a day.
CREATE TABLE queue_numbers (
    site TEXT NOT NULL,
    day INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (site, day)
) WITHOUT ROWID;

-- Desks that are open, and who sits there. `visit` is who was called to it or is served there. `pressed` is the key of the last call
-- for the next: pressed twice it is one call. `paused` is 1 during a break.
CREATE TABLE queue_desks (
    site TEXT NOT NULL,
    desk TEXT NOT NULL,
    staff BLOB NOT NULL UNIQUE,
    since INTEGER NOT NULL,
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    paused_at INTEGER NOT NULL,
    visit BLOB,
    pressed BLOB NOT NULL,
    PRIMARY KEY (site, desk)
) WITHOUT ROWID;
