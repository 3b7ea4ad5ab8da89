-- What a certificate states is frozen: the name, title, centre and dates as they were at the pass. code is what /verify/ takes,
-- without the hyphens that it is shown with. valid_until: 2027-08-31, its last day. One that another replaced stays, so that
-- whoever checks it is told.
CREATE TABLE certificate (
  id IDENTITY_KEY,
  code TEXT NOT NULL UNIQUE,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  year TEXT NOT NULL,
  version BIGINT NOT NULL,
  person_name TEXT NOT NULL,
  title TEXT NOT NULL,
  centre_name TEXT NOT NULL,
  centre_number TEXT NOT NULL,
  passed_at BIGINT NOT NULL,
  valid_until TEXT,
  issued_at BIGINT NOT NULL,
  superseded_at BIGINT,
  withdrawn_at BIGINT
);
CREATE UNIQUE INDEX certificate_latest ON certificate (account_id, slug, year) WHERE superseded_at IS NULL;
CREATE INDEX certificate_by_centre ON certificate (centre_id, account_id);
