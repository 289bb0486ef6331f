-- A check that was not enough and was recorded by mistake: withdrawn with a reason it stays on record, and counts as failed no more.
-- `withdrawn_at` is 0 while it was not.
ALTER TABLE residents_openings ADD COLUMN withdrawn_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE residents_openings ADD COLUMN withdrawn_by BLOB;
ALTER TABLE residents_openings ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
