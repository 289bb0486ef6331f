-- What somebody may speak about: everything their kind of authority can be for, or these services. What was written down in words
-- before is kept as a note. Where the word was "everything", that is what it is for; other words nobody can read by machine are for
-- nothing until somebody has chosen (`unsaid`).
ALTER TABLE residents_authorities ADD COLUMN reach TEXT NOT NULL DEFAULT 'unsaid' CHECK (reach = 'everything' OR reach = 'chosen' OR reach = 'unsaid');

UPDATE residents_authorities SET reach = 'everything', scope = '' WHERE lower(trim(scope)) = 'everything' OR lower(trim(scope)) = 'everything.';

-- `authority` is a row of residents_authorities; `service` the id of a definition.
CREATE TABLE residents_scopes (
    authority BLOB NOT NULL REFERENCES residents_authorities (id),
    service TEXT NOT NULL,
    PRIMARY KEY (authority, service)
);
