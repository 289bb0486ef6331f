-- What other systems may read of cases, kept by following the journal: what everybody may know, no words of anybody's.
-- `chosen` is JSON, never queried.
CREATE TABLE open311_records (
    case_id BLOB NOT NULL PRIMARY KEY,
    ref TEXT NOT NULL,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    outcome TEXT NOT NULL,
    passed_to TEXT NOT NULL,
    team TEXT NOT NULL,
    source TEXT NOT NULL,
    opened INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    due INTEGER NOT NULL,
    latitude REAL,
    longitude REAL,
    ward TEXT NOT NULL,
    postcode TEXT NOT NULL,
    street TEXT NOT NULL,
    chosen TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX open311_records_opened ON open311_records (service, live, opened, case_id);
CREATE INDEX open311_records_updated ON open311_records (service, live, updated, case_id);

-- Changes of status, for those who follow them: a feed is a service's, for everybody, or a key's, with what it sent.
CREATE TABLE open311_updates (
    feed TEXT NOT NULL,
    at INTEGER NOT NULL,
    fact BLOB NOT NULL,
    ref TEXT NOT NULL,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (feed, at, fact, ref)
) WITHOUT ROWID;

-- Which key sent which report.
CREATE TABLE open311_sent (
    ref TEXT NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    key BLOB NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX open311_sent_by_case ON open311_sent (case_id, ref);

-- Reports by the sender's own number, for a day: the same one sent again is not a second report.
CREATE TABLE open311_claims (
    key BLOB NOT NULL,
    client TEXT NOT NULL,
    at INTEGER NOT NULL,
    ref TEXT NOT NULL,
    PRIMARY KEY (key, client)
) WITHOUT ROWID;
CREATE INDEX open311_claims_by_at ON open311_claims (at);
