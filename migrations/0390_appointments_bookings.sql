-- Appointments. `key` is made where one is booked: sent twice it is one. `token` is the hash of what the address of its page holds.
-- `seat` and `room` are what it takes, by the diary of the site; `room` is empty for a call. `live` is 1 while it takes them: no two
-- can take one seat or one room from the same moment, whatever the program believes. `visit` is the ticket of the queue they were given when
-- they came. `erased` is 1 once nothing says any more whose it was.
CREATE TABLE appointments_bookings (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    token BLOB NOT NULL UNIQUE,
    ref TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way = 'in-person' OR way = 'phone'),
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    seat TEXT NOT NULL,
    room TEXT NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    state TEXT NOT NULL CHECK (state = 'booked' OR state = 'cancelled' OR state = 'came' OR state = 'missed'),
    needs TEXT NOT NULL,
    speaks TEXT NOT NULL,
    interpreter INTEGER NOT NULL CHECK (interpreter IN (0, 1)),
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    resident BLOB,
    made INTEGER NOT NULL,
    visit BLOB,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    revision INTEGER NOT NULL
);

CREATE UNIQUE INDEX appointments_bookings_seat ON appointments_bookings (site, seat, start) WHERE live = 1;
CREATE UNIQUE INDEX appointments_bookings_room ON appointments_bookings (site, room, start) WHERE live = 1 AND room <> '';
CREATE INDEX appointments_bookings_live ON appointments_bookings (site, start, id) WHERE live = 1;
CREATE INDEX appointments_bookings_day ON appointments_bookings (site, start, id);
CREATE INDEX appointments_bookings_kept ON appointments_bookings (start, id) WHERE erased = 0;
CREATE INDEX appointments_bookings_resident ON appointments_bookings (resident, id) WHERE resident IS NOT NULL;
