-- What a member of staff is about to do with a case and was shown first, so that the page that says so can be opened again. One
-- for each of them, case and action; `form` is what they typed, as JSON. Gone when it is done, or after a day.
CREATE TABLE cases_aheads (
    case_id BLOB NOT NULL,
    staff BLOB NOT NULL,
    action TEXT NOT NULL,
    at INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (case_id, staff, action)
) WITHOUT ROWID;
CREATE INDEX cases_aheads_at ON cases_aheads (at);
