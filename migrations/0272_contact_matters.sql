-- What was asked of one service in one finished contact, as the figures follow it: two questions about one service are one matter.
-- `settled`: every question was answered or decided there and then, nothing about it was left open, and nobody was passed on. `again`: the
-- same person, or somebody about the same case, got in touch about the same service within fourteen days. It names nobody.
CREATE TABLE contacts_matters (
    contact BLOB NOT NULL REFERENCES contacts (id),
    service TEXT NOT NULL,
    channel TEXT NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
    again INTEGER NOT NULL CHECK (again IN (0, 1)),
    PRIMARY KEY (contact, service)
) WITHOUT ROWID;

-- The same added up by the day on which it ended, as facts arrive: a page of figures never counts contacts. Of those `asked`, it can be
-- `known` of some whether they came again: a service was named, and a person or a case. Of these so many were `resolved`, as far as is
-- known, and so many came `again`. `chasers` asked after what was open; `sent` ended as passed on, with nothing kept of to whom; `passed`
-- and `lost` count when an open contact was passed on.
CREATE TABLE contacts_days (
    day TEXT NOT NULL,
    service TEXT NOT NULL,
    channel TEXT NOT NULL,
    asked INTEGER NOT NULL,
    known INTEGER NOT NULL,
    resolved INTEGER NOT NULL,
    again INTEGER NOT NULL,
    chasers INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    lost INTEGER NOT NULL,
    PRIMARY KEY (day, service, channel)
) WITHOUT ROWID;
