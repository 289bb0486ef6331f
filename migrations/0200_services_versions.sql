-- What was published: a version never changes, so there is no statement that updates or deletes a row. `digest` is over
-- `files`, a JSON object from file name to text.
CREATE TABLE services_versions (
    id BLOB NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    digest BLOB NOT NULL,
    files TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    UNIQUE (service, version)
) WITHOUT ROWID;

-- Teams and headings as they were published; every node uses the newest. `digest` and `files` as above.
CREATE TABLE services_shared (
    version INTEGER NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL,
    files TEXT NOT NULL,
    published_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Where an administrator has given a service to another team than its definition does.
CREATE TABLE services_teams (
    service TEXT NOT NULL PRIMARY KEY,
    team TEXT NOT NULL,
    revision INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
