-- Since when nobody can take it, in any of its years and versions; NULL: it can be taken.
ALTER TABLE assessment_slug ADD COLUMN withdrawn_at BIGINT;

-- Certificates by their last day, for the reminders: a centre's own, and counted for each centre.
CREATE INDEX certificate_by_end ON certificate (centre_id, valid_until) WHERE superseded_at IS NULL AND withdrawn_at IS NULL;
