-- Contacts: somebody got in touch, by which way, with whom, about what. `key` is made when the button is drawn: pressed twice
-- it is one contact. `ended` is 0 while it is open. `behalf`: empty where nobody asked, `self`, `other`, or the id of the
-- authority of whoever spoke. `pence` is what a contact by this channel costs, where the council has said so.
CREATE TABLE contacts (
    id BLOB NOT NULL PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    staff BLOB NOT NULL,
    channel TEXT NOT NULL CHECK (channel = 'phone' OR channel = 'counter' OR channel = 'email' OR channel = 'post' OR channel = 'chat' OR channel = 'social' OR channel = 'visit'),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    resident BLOB,
    caller_name TEXT NOT NULL,
    caller_number TEXT NOT NULL,
    behalf TEXT NOT NULL,
    lang TEXT NOT NULL,
    help TEXT NOT NULL CHECK (help = 'alone' OR help = 'with-me' OR help = 'for-me'),
    note TEXT NOT NULL,
    pence INTEGER,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1))
);

CREATE INDEX contacts_open ON contacts (staff, id) WHERE open = 1;
CREATE INDEX contacts_finished ON contacts (staff, began, id) WHERE open = 0;
CREATE INDEX contacts_resident ON contacts (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX contacts_kept ON contacts (began, id) WHERE erased = 0;

-- What was asked in a contact, in the order it was asked. `reference` is what was typed; `case_id` what it was found to be when
-- the contact was finished. `fresh`: the officer said that it is nothing they asked before. `outcome` is empty until then.
CREATE TABLE contacts_questions (
    contact BLOB NOT NULL REFERENCES contacts (id),
    place INTEGER NOT NULL,
    service TEXT NOT NULL,
    words TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    reference TEXT NOT NULL,
    fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)),
    case_id BLOB,
    PRIMARY KEY (contact, place)
) WITHOUT ROWID;

-- Which case a finished contact was about, and how: a chaser asks after what is open already. `pence` is the case's share of
-- what the contact cost, where that is known.
CREATE TABLE contacts_cases (
    contact BLOB NOT NULL REFERENCES contacts (id),
    case_id BLOB NOT NULL,
    how TEXT NOT NULL CHECK (how = 'chaser' OR how = 'opened' OR how = 'added' OR how = 'about'),
    pence INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (contact, case_id)
) WITHOUT ROWID;

CREATE INDEX contacts_cases_by_case ON contacts_cases (case_id, how, contact);

-- What was asked, added up by month as facts arrive. `priced` of the questions have a cost, `pence` together.
CREATE TABLE contacts_figures (
    month TEXT NOT NULL,
    channel TEXT NOT NULL,
    service TEXT NOT NULL,
    outcome TEXT NOT NULL,
    how TEXT NOT NULL,
    questions INTEGER NOT NULL,
    priced INTEGER NOT NULL,
    pence INTEGER NOT NULL,
    PRIMARY KEY (month, channel, service, outcome, how)
) WITHOUT ROWID;
