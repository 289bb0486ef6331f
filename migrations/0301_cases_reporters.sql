-- People who reported the same thing after the first: one case, each with a reference of their own.
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
    answers TEXT NOT NULL
);
CREATE INDEX cases_reporters_case ON cases_reporters (case_id, id);
CREATE INDEX cases_reporters_resident ON cases_reporters (resident, case_id) WHERE resident IS NOT NULL;
