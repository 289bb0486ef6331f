-- Other systems that take cases. `id` is that of the webhook by which each is told, `code` what definitions call it, `name` what
-- people know it by, `key` the key it answers with.
CREATE TABLE cases_systems (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    key BLOB NOT NULL,
    made INTEGER NOT NULL,
    ended INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX cases_systems_live ON cases_systems (code) WHERE ended = 0;
CREATE INDEX cases_systems_key ON cases_systems (key) WHERE ended = 0;

-- Cases handed to them, each once at a time. `theirs` is the number the system gave it, `said` the code of what it said last,
-- `steps` how often it said something. `look` is when somebody of the team has to look: by when it was to answer, or since it
-- refused; 0 when nobody has to.
CREATE TABLE cases_handed (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    system BLOB NOT NULL REFERENCES cases_systems (id),
    state TEXT NOT NULL CHECK (state = 'asked' OR state = 'accepted' OR state = 'refused' OR state = 'done' OR state = 'taken-back'),
    live INTEGER NOT NULL CHECK (live = 0 OR live = 1),
    theirs TEXT NOT NULL,
    said TEXT NOT NULL,
    said_on INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked INTEGER NOT NULL,
    due INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    look INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX cases_handed_once ON cases_handed (case_id, system) WHERE live = 1;
CREATE INDEX cases_handed_case ON cases_handed (case_id, id);
CREATE INDEX cases_handed_system ON cases_handed (system, id);
CREATE INDEX cases_handed_state ON cases_handed (system, state, look);
CREATE INDEX cases_handed_look ON cases_handed (look, id) WHERE look > 0;
