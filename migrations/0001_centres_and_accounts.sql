CREATE TABLE centre (
  id IDENTITY_KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  closed_at BIGINT
);

-- A Hub operator has no centre. email_key is the folded email: one account an email in the whole Hub.
-- sort_key and search_key follow from the names and email (base/text.h).
CREATE TABLE account (
  id IDENTITY_KEY,
  centre_id BIGINT REFERENCES centre (id),
  role TEXT NOT NULL CHECK (role IN ('EO', 'SLT', 'INV', 'OPERATOR')),
  centre_admin INTEGER NOT NULL DEFAULT 0 CHECK (centre_admin = 0 OR role = 'EO'),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL,
  -- The declaration ticked when the account was made (accounts/declaration.h); NULL for a Centre Admin or an operator.
  declaration_version INTEGER,
  declared_by BIGINT,
  declared_at BIGINT,
  created_at BIGINT NOT NULL,
  last_signed_in_at BIGINT,
  version BIGINT NOT NULL DEFAULT 1,
  CHECK ((role = 'OPERATOR') = (centre_id IS NULL))
);
CREATE INDEX account_by_name ON account (centre_id, sort_key, id);
CREATE INDEX account_by_role ON account (centre_id, role, sort_key, id);
CREATE INDEX account_by_email ON account (centre_id, email_key);
CREATE INDEX account_by_last_signed_in ON account (centre_id, (COALESCE(last_signed_in_at, 0)), id);
