-- Drafts: what a person has answered so far. `answers`, `given` and `contact` are JSON, never queried. A draft keeps the
-- version of the service it was started on. After submission the answers live in the case and are emptied here; the row
-- stays until it expires, so that a second press leads to the same result.
CREATE TABLE forms_drafts (
    id BLOB NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    version INTEGER NOT NULL,
    visitor BLOB NOT NULL,
    resident BLOB NOT NULL,
    lang TEXT NOT NULL,
    answers TEXT NOT NULL,
    given TEXT NOT NULL,
    contact TEXT NOT NULL,
    nearby TEXT NOT NULL,
    saved_to TEXT NOT NULL,
    revision INTEGER NOT NULL,
    started INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    reference TEXT,
    submitted INTEGER
) WITHOUT ROWID;
-- What is sent leaves the lists of drafts; what a browser sent is found by its own index, whose key sending does not change.
CREATE INDEX forms_drafts_by_resident ON forms_drafts (resident, changed) WHERE submitted IS NULL;
CREATE INDEX forms_drafts_by_visitor ON forms_drafts (visitor, service, changed);
CREATE INDEX forms_drafts_by_expires ON forms_drafts (expires);
CREATE INDEX forms_drafts_by_version ON forms_drafts (service, version) WHERE submitted IS NULL;
