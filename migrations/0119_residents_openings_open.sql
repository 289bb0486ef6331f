-- The records that somebody has open now: whoever works on a case is asked whether it is of one of them.
CREATE INDEX residents_openings_open ON residents_openings (staff, until);
