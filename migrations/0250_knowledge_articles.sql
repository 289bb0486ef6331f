-- Approved answers. `version` is the one that stands, 0 while there is only a draft; `corrected` the last one that put right what
-- people had been told. `owner` is a member of staff, all zeros while nobody owns it. `review` is when the day ends on which
-- it is to be looked at again.
CREATE TABLE knowledge_articles (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    owner BLOB NOT NULL,
    review INTEGER NOT NULL,
    version INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    made_at INTEGER NOT NULL
);

-- What was approved: a version never changes, so there is no statement that updates or deletes a row. `id` is the key of the
-- button that approved it; `texts` is question, answer and everyday words by language, as JSON.
CREATE TABLE knowledge_versions (
    id BLOB NOT NULL PRIMARY KEY,
    article BLOB NOT NULL REFERENCES knowledge_articles (id),
    version INTEGER NOT NULL,
    service TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    texts TEXT NOT NULL,
    note TEXT NOT NULL,
    correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
    author BLOB NOT NULL,
    approved_by BLOB NOT NULL,
    approved_at INTEGER NOT NULL,
    UNIQUE (article, version)
);

-- What waits to be approved, one for an article. `authors` are the ids of everybody who wrote on it, as a JSON list.
CREATE TABLE knowledge_drafts (
    article BLOB NOT NULL PRIMARY KEY REFERENCES knowledge_articles (id),
    revision INTEGER NOT NULL,
    service TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    texts TEXT NOT NULL,
    note TEXT NOT NULL,
    review INTEGER NOT NULL,
    authors TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);

-- Which press of "new" made which article.
CREATE TABLE knowledge_keys (
    id BLOB NOT NULL PRIMARY KEY,
    article BLOB NOT NULL REFERENCES knowledge_articles (id)
) WITHOUT ROWID;

-- "This is wrong": by staff, or by nobody known (`staff` all zeros) on a page for everybody. Closed with a reply; what was written is
-- blanked some time after.
CREATE TABLE knowledge_flags (
    id BLOB NOT NULL PRIMARY KEY,
    article BLOB NOT NULL REFERENCES knowledge_articles (id),
    version INTEGER NOT NULL,
    staff BLOB NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    reply TEXT NOT NULL,
    closed_by BLOB NOT NULL,
    closed_at INTEGER NOT NULL,
    kept INTEGER NOT NULL CHECK (kept IN (0, 1))
);

CREATE INDEX knowledge_flags_by_article ON knowledge_flags (article, id);

CREATE INDEX knowledge_flags_open ON knowledge_flags (id) WHERE open = 1;

CREATE INDEX knowledge_flags_over ON knowledge_flags (closed_at) WHERE open = 0 AND kept = 1;

-- Who was told which version of an answer: by the reference of a case, as a resident with an account, or by an address.
-- `waits`: 0 nothing is to be done, 1 a correction is to be sent, 2 somebody has to ring. `way` is how the last correction
-- reached them and `sent` the version it told.
CREATE TABLE knowledge_told (
    id BLOB NOT NULL PRIMARY KEY,
    article BLOB NOT NULL REFERENCES knowledge_articles (id),
    version INTEGER NOT NULL,
    lang TEXT NOT NULL,
    staff BLOB NOT NULL,
    at INTEGER NOT NULL,
    ref TEXT NOT NULL,
    resident BLOB NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    waits INTEGER NOT NULL CHECK (waits IN (0, 1, 2)),
    way TEXT NOT NULL,
    sent INTEGER NOT NULL,
    sent_at INTEGER NOT NULL
);

CREATE INDEX knowledge_told_by_article ON knowledge_told (article, id);

CREATE INDEX knowledge_told_waiting ON knowledge_told (article, waits, id) WHERE waits > 0;

CREATE INDEX knowledge_told_by_resident ON knowledge_told (resident, id);

CREATE INDEX knowledge_told_by_address ON knowledge_told (address_key, id);

CREATE INDEX knowledge_told_by_time ON knowledge_told (at);

-- Whom a correction has reached, by a keyed hash of the address: nobody gets it twice, however often they were told.
CREATE TABLE knowledge_corrections (
    article BLOB NOT NULL REFERENCES knowledge_articles (id),
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (article, version, hash)
) WITHOUT ROWID;
