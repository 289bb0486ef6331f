-- People who reported the same thing after the first: one case, each with a reference of their own. `again` is 1 when it is
-- the first reporter, or one of these, once more. `contact_key` as in `cases`.
CREATE TABLE cases_reporters (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    draft BLOB NOT NULL UNIQUE,
    joined INTEGER NOT NULL,
    resident BLOB,
    visitor BLOB NOT NULL,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    contact_by TEXT NOT NULL CHECK (contact_by = 'address' OR contact_by = 'account' OR contact_by = 'hand'),
    contact_key TEXT NOT NULL,
    again INTEGER NOT NULL CHECK (again IN (0, 1)),
    answers TEXT NOT NULL
);
CREATE INDEX cases_reporters_case ON cases_reporters (case_id, id);
CREATE INDEX cases_reporters_resident ON cases_reporters (resident, case_id) WHERE resident IS NOT NULL;
CREATE INDEX cases_reporters_others ON cases_reporters (case_id, id) WHERE again = 0;
CREATE INDEX cases_reporters_unclaimed ON cases_reporters (contact_key, id) WHERE resident IS NULL AND contact_key <> '';
