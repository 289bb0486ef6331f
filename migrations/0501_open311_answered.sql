-- What was said with a report when it was taken: sent again by its own number it is answered the same.
ALTER TABLE open311_claims ADD COLUMN notice TEXT NOT NULL DEFAULT '';
