-- token_hash is the SHA-256 of the cookie's token; the token itself is nowhere.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  csrf TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  browser TEXT NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_last_seen ON session (last_seen_at);

-- Guesses for one email, known or not (its hash, so that a stranger's guess leaves no address here), and when the last one
-- was checked: five minutes without any start the count afresh.
CREATE TABLE sign_in_throttle (
  email_hash TEXT PRIMARY KEY,
  guesses INTEGER NOT NULL,
  last_guess_at BIGINT NOT NULL
);
CREATE INDEX sign_in_throttle_by_time ON sign_in_throttle (last_guess_at);
