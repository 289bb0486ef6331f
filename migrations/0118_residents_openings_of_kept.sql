-- A leader looks into openings of records that few are to open, too, where nothing but what an officer ticked shows who asked.
ALTER TABLE residents_openings ADD COLUMN review INTEGER NOT NULL DEFAULT 0;
UPDATE residents_openings SET review = 1 WHERE purpose = 'work';
DROP INDEX residents_openings_review;
CREATE INDEX residents_openings_review ON residents_openings (looked_at, id) WHERE review = 1;

-- The last opening is the one that happened last, whenever its page was drawn.
DROP INDEX residents_openings_by_staff;
CREATE INDEX residents_openings_by_staff ON residents_openings (staff, resident, at, id);
