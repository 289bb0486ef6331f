-- Why a record was opened to work on, and that a leader looked into it: `looked_at` is 0 until then.
ALTER TABLE residents_openings ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE residents_openings ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE residents_openings ADD COLUMN looked_by BLOB;
CREATE INDEX residents_openings_review ON residents_openings (looked_at, id) WHERE purpose = 'work';

-- A marker that a record is confidential: a colleague's, or somebody's of a colleague's household.
ALTER TABLE residents_markers RENAME TO residents_markers_before;

CREATE TABLE residents_markers (
    id BLOB NOT NULL PRIMARY KEY,
    resident BLOB NOT NULL REFERENCES residents (id),
    kind TEXT NOT NULL CHECK (kind = 'deceased' OR kind = 'guarded' OR kind = 'risk' OR kind = 'restricted'),
    reason TEXT NOT NULL,
    review TEXT,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by BLOB
);

INSERT INTO residents_markers (id, resident, kind, reason, review, made_by, made_at, ended_at, ended_by)
SELECT id, resident, kind, reason, review, made_by, made_at, ended_at, ended_by FROM residents_markers_before;

DROP TABLE residents_markers_before;

CREATE INDEX residents_markers_by_resident ON residents_markers (resident, id);

CREATE UNIQUE INDEX residents_markers_standing ON residents_markers (resident, kind) WHERE ended_at IS NULL AND kind <> 'risk';
