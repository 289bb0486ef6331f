-- What the law, or a duty, makes of a message: an information request, a subject access request, a complaint, a claim, a
-- safeguarding alert. `message` is the message's id on a case or the mail's that is on none; every clock runs from
-- `received`. `first` is by when it is acknowledged, 0 where nothing is. `id` is made when the page is drawn.
CREATE TABLE cases_marks (
    id BLOB NOT NULL PRIMARY KEY,
    message BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('information', 'access', 'complaint', 'claim', 'safeguarding')),
    case_id BLOB,
    received INTEGER NOT NULL,
    first INTEGER NOT NULL,
    due INTEGER NOT NULL,
    reason TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ended_by BLOB NOT NULL,
    ended_how TEXT NOT NULL CHECK (ended_how IN ('', 'done', 'wrong')),
    ended_reason TEXT NOT NULL
);
CREATE UNIQUE INDEX cases_marks_standing ON cases_marks (message, kind) WHERE ended_at = 0;
CREATE INDEX cases_marks_due ON cases_marks (due, id) WHERE ended_at = 0;
CREATE INDEX cases_marks_case ON cases_marks (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX cases_marks_message ON cases_marks (message, id);
