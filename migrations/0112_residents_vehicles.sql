-- Vehicles people have, as a member of staff noted them. `plate`: the registration mark, capital letters and digits without space.
CREATE TABLE residents_vehicles (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL REFERENCES residents (id),
    plate TEXT NOT NULL,
    about TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX residents_vehicles_of ON residents_vehicles (resident, plate);
