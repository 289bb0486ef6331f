-- Joined records are one for staff at once; their accounts show each other's matters only when it was shown that both are one
-- person's: when, by whom (a member of staff, or the resident who entered the code) and how. `checks`: staff checked both callers;
-- `code`: whoever is signed in to the newer account entered a code sent to the older; `read-out`: codes were read out to staff.
ALTER TABLE residents_merges ADD COLUMN proved_at INTEGER;
ALTER TABLE residents_merges ADD COLUMN proved_by BLOB;
ALTER TABLE residents_merges ADD COLUMN proved_how TEXT;

-- A code may be sent to show that two joined accounts are one person's; the subject stands for the joining and the account.
ALTER TABLE challenges RENAME TO challenges_before;

CREATE TABLE challenges (
    id BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose = 'sign-in' OR purpose = 'sign-up' OR purpose = 'track' OR purpose = 'resume' OR purpose = 'verify' OR purpose = 'caller' OR purpose = 'join'),
    subject BLOB NOT NULL,
    visitor BLOB NOT NULL,
    email TEXT,
    phone TEXT,
    code_hash BLOB NOT NULL,
    tries INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    proved INTEGER NOT NULL CHECK (proved = 0 OR proved = 1 OR proved = 2),
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL
);

INSERT INTO challenges (id, purpose, subject, visitor, email, phone, code_hash, tries, known, proved, made_at, until)
SELECT id, purpose, subject, visitor, email, phone, code_hash, tries, known, proved, made_at, until FROM challenges_before;

DROP TABLE challenges_before;

CREATE INDEX challenges_by_visitor ON challenges (visitor, purpose, subject);

CREATE INDEX challenges_by_until ON challenges (until);

CREATE INDEX challenges_by_email ON challenges (email, id) WHERE email IS NOT NULL;

CREATE INDEX challenges_by_phone ON challenges (phone, id) WHERE phone IS NOT NULL;
