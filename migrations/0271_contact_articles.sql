-- Answers of the knowledge base that an officer read or told somebody in a contact, noted by themselves while it is open. `slug` and
-- `title` are as they were then. What an officer took out stays out, but when it is told.
CREATE TABLE contacts_articles (
    contact BLOB NOT NULL REFERENCES contacts (id),
    article BLOB NOT NULL,
    version INTEGER NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how = 'read' OR how = 'told' OR how = 'out'),
    at INTEGER NOT NULL,
    PRIMARY KEY (contact, article, version)
) WITHOUT ROWID;

-- The contact that a member of staff turned to last: several may be open.
CREATE TABLE contacts_at_hand (
    staff BLOB NOT NULL PRIMARY KEY,
    contact BLOB NOT NULL REFERENCES contacts (id)
) WITHOUT ROWID;
