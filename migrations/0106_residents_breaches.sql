-- What somebody asked for and did not get: reported by whoever did otherwise, with the reason. `adjustment`: its code; `how`:
-- what was done instead. Where the person was erased, nobody is named and the count stays.
CREATE TABLE residents_breaches (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB,
    adjustment TEXT NOT NULL,
    how TEXT NOT NULL,
    reason TEXT NOT NULL,
    case_id BLOB,
    staff BLOB NOT NULL,
    at INTEGER NOT NULL
);

CREATE INDEX residents_breaches_by_adjustment ON residents_breaches (adjustment, at);

CREATE INDEX residents_breaches_by_resident ON residents_breaches (resident, id) WHERE resident IS NOT NULL;
