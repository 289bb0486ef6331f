-- A safeguarding alert stands once for each member of staff who made one: what a second one saw is not thrown away because a first
-- one, of whom they may not know, saw something too. What has ended on no case is cleared away after its time.
DROP INDEX cases_marks_standing;
CREATE UNIQUE INDEX cases_marks_standing ON cases_marks (message, kind) WHERE ended_at = 0 AND kind <> 'safeguarding';
CREATE UNIQUE INDEX cases_marks_alerts ON cases_marks (message, made_by) WHERE ended_at = 0 AND kind = 'safeguarding';
CREATE INDEX cases_marks_ended ON cases_marks (ended_at, id) WHERE case_id IS NULL AND ended_at > 0;
