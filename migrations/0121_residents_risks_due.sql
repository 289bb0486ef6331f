-- Risks whose day has come to be looked at again, the oldest first.
CREATE INDEX residents_markers_due ON residents_markers (review, id) WHERE ended_at IS NULL AND kind = 'risk';
