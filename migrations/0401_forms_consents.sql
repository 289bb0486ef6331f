-- That somebody wanted an officer to fill in a form for them: how they said so, who spoke (`self`, or the id of an authority),
-- the words that were read to them, and the contact it was said in. `draft` is the form; a row outlives its draft.
CREATE TABLE forms_consents (
    draft BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL,
    staff BLOB NOT NULL,
    service TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how = 'call' OR how = 'here' OR how = 'writing'),
    spoke TEXT NOT NULL,
    words TEXT NOT NULL,
    contact BLOB,
    given_at INTEGER NOT NULL
);

CREATE INDEX forms_consents_by_resident ON forms_consents (resident, draft);

CREATE INDEX forms_consents_by_time ON forms_consents (given_at);
