-- Uploads of more than one kind (uploads/kind.h): of users, in a centre, with a declaration; of centres, by a Hub operator.
-- only: sqlite
CREATE TABLE upload_of_any_kind (
  id IDENTITY_KEY,
  centre_id BIGINT REFERENCES centre (id),
  kind TEXT NOT NULL CHECK (kind IN ('users', 'centres')),
  uploaded_by BIGINT NOT NULL,
  filename TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('checked', 'adding', 'added', 'failed')),
  failure TEXT CHECK (failure IN ('taken', 'stopped', 'lost', 'power')),
  held_by TEXT NOT NULL,
  declaration_version INTEGER,
  created_at BIGINT NOT NULL,
  beat_at BIGINT,
  finished_at BIGINT,
  ready_rows INTEGER NOT NULL,
  problem_rows INTEGER NOT NULL,
  secured_rows INTEGER NOT NULL DEFAULT 0,
  report TEXT NOT NULL,
  CHECK ((status = 'failed') = (failure IS NOT NULL)),
  CHECK ((kind = 'centres') = (centre_id IS NULL)),
  CHECK ((kind = 'users') = (declaration_version IS NOT NULL))
);
INSERT INTO upload_of_any_kind (id, centre_id, kind, uploaded_by, filename, status, failure, held_by, declaration_version,
  created_at, beat_at, finished_at, ready_rows, problem_rows, secured_rows, report)
SELECT id, centre_id, 'users', uploaded_by, filename, status, failure, held_by, declaration_version,
  created_at, beat_at, finished_at, ready_rows, problem_rows, secured_rows, report FROM upload;
DROP TABLE upload;
ALTER TABLE upload_of_any_kind RENAME TO upload;
-- end
-- only: postgresql
DROP INDEX upload_by_centre;
ALTER TABLE upload ALTER COLUMN centre_id DROP NOT NULL;
ALTER TABLE upload ALTER COLUMN declaration_version DROP NOT NULL;
ALTER TABLE upload ADD COLUMN kind TEXT NOT NULL DEFAULT 'users' CHECK (kind IN ('users', 'centres'));
ALTER TABLE upload ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE upload ADD CHECK ((kind = 'centres') = (centre_id IS NULL));
ALTER TABLE upload ADD CHECK ((kind = 'users') = (declaration_version IS NOT NULL));
-- end
-- Centre 0 is an operator's.
CREATE INDEX upload_by_centre ON upload ((COALESCE(centre_id, 0)), kind, id);
