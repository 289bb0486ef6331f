-- What somebody was given at the door while nothing could be sent, written on paper or spoken: "A-7K". It stays with the visit, so that
-- whoever holds it is found. Empty for everybody who got a number at once.
ALTER TABLE queue_visits ADD COLUMN mark TEXT NOT NULL DEFAULT '';
