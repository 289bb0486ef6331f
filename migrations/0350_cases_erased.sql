-- A case whose personal text has been erased, after its time or at a request; what it was, when, where and how it ended stays.
ALTER TABLE cases ADD COLUMN erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1));

-- What is next to be erased, service by service.
CREATE INDEX cases_retention ON cases (service, closed, id) WHERE live = 0 AND erased = 0;
