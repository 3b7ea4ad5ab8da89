-- The events of the Hub's own audit: those of no centre, and what a Hub operator or a command did in a centre, whose number and
-- name are kept as they were. Beside audit_event, because what was kept before this counts too and never changes.
CREATE TABLE hub_event (
  event_id BIGINT PRIMARY KEY REFERENCES audit_event (id),
  centre_number TEXT,
  centre_name TEXT
);
INSERT INTO hub_event (event_id, centre_number, centre_name)
SELECT e.id, c.number, c.name FROM audit_event e
LEFT JOIN centre c ON c.id = e.centre_id
LEFT JOIN account a ON a.id = e.actor_id AND a.role = 'OPERATOR'
WHERE e.centre_id IS NULL OR a.id IS NOT NULL OR (e.actor_id IS NULL AND e.actor_name = 'exams-hub command')
ORDER BY e.id;

-- only: sqlite
CREATE TRIGGER hub_event_no_update BEFORE UPDATE ON hub_event BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER hub_event_no_delete BEFORE DELETE ON hub_event BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
-- end
-- only: postgresql
CREATE TRIGGER hub_event_no_change BEFORE UPDATE OR DELETE ON hub_event FOR EACH ROW EXECUTE FUNCTION audit_event_refuse();
CREATE TRIGGER hub_event_no_truncate BEFORE TRUNCATE ON hub_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse();
-- end

-- A Hub operator's request for one person's record: who asked the operator for it, and why. It opens the record to that operator
-- for a day; the centre's audit keeps that it was made.
CREATE TABLE record_request (
  id IDENTITY_KEY,
  centre_id BIGINT NOT NULL REFERENCES centre (id) ON DELETE CASCADE,
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  requested_by BIGINT NOT NULL,
  asked_by TEXT NOT NULL,
  purpose TEXT NOT NULL,
  requested_at BIGINT NOT NULL
);
CREATE INDEX record_request_by_centre ON record_request (centre_id);
CREATE INDEX record_request_by_account ON record_request (account_id);
