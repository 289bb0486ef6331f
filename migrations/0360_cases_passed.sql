-- Whether what is somebody else's was really sent to them: a council may know no address of theirs.
ALTER TABLE cases ADD COLUMN passed_sent INTEGER NOT NULL DEFAULT 0 CHECK (passed_sent IN (0, 1));
