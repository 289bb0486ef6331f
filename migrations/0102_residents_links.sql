-- The link in the last code an address gets for a while: it lets in whoever reads the message there, so that nobody who asks for
-- codes in their name keeps them out. Kept as a hash. `asked_by`: the browser the code was asked in. `pressed`: the page it was
-- used from first, the only one it opens for again.
CREATE TABLE residents_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject BLOB NOT NULL,
    email TEXT,
    phone TEXT,
    leads_to TEXT NOT NULL,
    bucket TEXT NOT NULL,
    asked_by BLOB NOT NULL,
    pressed BLOB,
    until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX residents_links_by_until ON residents_links (until);
