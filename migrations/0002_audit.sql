-- Who did what to whom, when. Names are kept as they were; details is a JSON object of old and new values, never a password;
-- search_key follows from the two names (base/text.h).
CREATE TABLE audit_event (
  id IDENTITY_KEY,
  at BIGINT NOT NULL,
  centre_id BIGINT,
  actor_id BIGINT,
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT,
  subject_name TEXT NOT NULL,
  details TEXT NOT NULL,
  search_key TEXT NOT NULL
);
CREATE INDEX audit_event_by_centre ON audit_event (centre_id, id);

-- Append-only, whoever asks.
-- only: sqlite
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
-- end
-- only: postgresql
CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_refuse();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse();
-- end
