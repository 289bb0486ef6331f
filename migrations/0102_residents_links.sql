-- The link in the last code an address gets for a while: it lets in whoever reads the message there, so that nobody who asks for
-- codes in their name keeps them out. Kept as a hash; `visitor` is the browser that used it, the only one it opens for again.
CREATE TABLE residents_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject BLOB NOT NULL,
    email TEXT,
    phone TEXT,
    leads_to TEXT NOT NULL,
    bucket TEXT NOT NULL,
    visitor BLOB,
    until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX residents_links_by_until ON residents_links (until);
