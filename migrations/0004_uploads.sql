-- One uploaded file of users. report is the check's outcome as JSON (user_upload/upload_report.h), without any password, and
-- emptied after some days. Passwords live only in the memory of the process named by held_by, until they are hashed.
CREATE TABLE upload (
  id IDENTITY_KEY,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  uploaded_by BIGINT NOT NULL,
  filename TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('checked', 'adding', 'added', 'failed')),
  failure TEXT CHECK (failure IN ('taken', 'stopped', 'lost', 'power')),
  held_by TEXT NOT NULL,
  declaration_version INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  -- While adding: when the process that does it last said so. Long silent, it has died.
  beat_at BIGINT,
  finished_at BIGINT,
  ready_rows INTEGER NOT NULL,
  problem_rows INTEGER NOT NULL,
  secured_rows INTEGER NOT NULL DEFAULT 0,
  report TEXT NOT NULL,
  CHECK ((status = 'failed') = (failure IS NOT NULL))
);
CREATE INDEX upload_by_centre ON upload (centre_id, id);
