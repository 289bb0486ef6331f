-- Messages between the council and one reporter of a case; `reporter` is the zero id for the first. `asks` is 1 while a
-- question of the council waits for this reporter's answer; `danger` is 1 when a resident's words speak of danger.
CREATE TABLE cases_messages (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    case_id BLOB NOT NULL,
    reporter BLOB NOT NULL,
    ours INTEGER NOT NULL CHECK (ours IN (0, 1)),
    author BLOB NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    asks INTEGER NOT NULL CHECK (asks IN (0, 1)),
    danger INTEGER NOT NULL CHECK (danger IN (0, 1)),
    text TEXT NOT NULL
);
CREATE INDEX cases_messages_case ON cases_messages (case_id, id);
CREATE INDEX cases_messages_reporter ON cases_messages (case_id, reporter, id);
CREATE INDEX cases_messages_asks ON cases_messages (case_id, reporter, id) WHERE asks = 1;
CREATE INDEX cases_messages_unread ON cases_messages (case_id, ours, reporter, id) WHERE read_at = 0;

-- What was done once, by the id made when its page was drawn: a repeat is led to the same result.
CREATE TABLE cases_keys (
    key BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

-- Every promise given after the first, with the one it replaced.
CREATE TABLE cases_promises (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    due_before INTEGER NOT NULL,
    due INTEGER NOT NULL,
    reason TEXT NOT NULL,
    given_by BLOB NOT NULL
);
CREATE INDEX cases_promises_case ON cases_promises (case_id, id);
