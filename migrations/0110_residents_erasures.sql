-- Residents whose data is to be erased at their request, until all that may go is gone. The key is made when the page is
-- drawn. `erased` is when the account's own details went; they stay while a request of theirs is open or on hold.
CREATE TABLE residents_erasures (
    resident BLOB NOT NULL PRIMARY KEY REFERENCES residents (id),
    key BLOB NOT NULL UNIQUE,
    asked_at INTEGER NOT NULL,
    asked_by BLOB NOT NULL,
    reason TEXT NOT NULL,
    erased INTEGER
) WITHOUT ROWID;
CREATE INDEX residents_erasures_waiting ON residents_erasures (resident) WHERE erased IS NULL;

-- Codes and links on their way to somebody, for what is held on them and for erasing it.
CREATE INDEX challenges_by_email ON challenges (email, id) WHERE email IS NOT NULL;
CREATE INDEX challenges_by_phone ON challenges (phone, id) WHERE phone IS NOT NULL;
CREATE INDEX residents_links_by_email ON residents_links (email) WHERE email IS NOT NULL;
CREATE INDEX residents_links_by_phone ON residents_links (phone) WHERE phone IS NOT NULL;
