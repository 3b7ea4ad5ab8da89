-- Which assessments an invigilator does not see, by slug: hidden through all its years.
CREATE TABLE hidden_assessment (
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  slug TEXT NOT NULL REFERENCES assessment_slug (slug),
  PRIMARY KEY (account_id, slug)
);
CREATE INDEX hidden_assessment_by_centre ON hidden_assessment (centre_id, slug);

-- What invigilators added later start with.
CREATE TABLE hidden_by_default (
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  slug TEXT NOT NULL REFERENCES assessment_slug (slug),
  PRIMARY KEY (centre_id, slug)
);

-- A reasonable adjustment: percent more time in timed sections.
CREATE TABLE extra_time (
  account_id BIGINT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  percent INTEGER NOT NULL CHECK (percent IN (25, 50, 100)),
  given_by BIGINT NOT NULL,
  given_at BIGINT NOT NULL
);

-- One try at a section. slug, year, section_key and version repeat what section_id says, because results are kept by them.
-- deadline_at: NULL for untimed. handed_in_at is the deadline where time ran out. option_seed orders the options.
CREATE TABLE attempt (
  id IDENTITY_KEY,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  year TEXT NOT NULL,
  section_key TEXT NOT NULL,
  version BIGINT NOT NULL,
  section_id BIGINT NOT NULL REFERENCES section (id),
  option_seed BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  deadline_at BIGINT,
  handed_in_at BIGINT,
  timed_out INTEGER NOT NULL DEFAULT 0,
  mark BIGINT,
  passed INTEGER,
  CHECK ((handed_in_at IS NULL) = (mark IS NULL)),
  CHECK ((handed_in_at IS NULL) = (passed IS NULL))
);
CREATE UNIQUE INDEX attempt_open ON attempt (account_id, slug, year, section_key) WHERE handed_in_at IS NULL;
CREATE INDEX attempt_by_section ON attempt (account_id, slug, year, section_key, id);
CREATE INDEX attempt_due ON attempt (deadline_at) WHERE handed_in_at IS NULL AND deadline_at IS NOT NULL;
CREATE INDEX attempt_by_centre ON attempt (centre_id, slug, year, section_id);

-- What is chosen for one question: option ids in ascending order with commas between, empty for none.
CREATE TABLE answer (
  attempt_id BIGINT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  question_id BIGINT NOT NULL REFERENCES question (id),
  chosen TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (attempt_id, question_id)
);

-- How one person stands in one section, kept with every attempt that changes it, so that no list counts attempts. passed_version
-- is the newest version passed (NULL: none); whether it still counts is section.passes_since's to say.
CREATE TABLE section_result (
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  slug TEXT NOT NULL,
  year TEXT NOT NULL,
  section_key TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  failed_attempts BIGINT NOT NULL DEFAULT 0,
  open_attempt BIGINT,
  passed_attempt BIGINT,
  passed_version BIGINT,
  passed_at BIGINT,
  PRIMARY KEY (account_id, slug, year, section_key)
);
CREATE INDEX section_result_by_centre ON section_result (centre_id, year, slug, account_id);

-- Who has passed every section of a year's assessment, from the first time on: what a certificate is for.
CREATE TABLE assessment_pass (
  account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  centre_id BIGINT NOT NULL REFERENCES centre (id),
  slug TEXT NOT NULL,
  year TEXT NOT NULL,
  version BIGINT NOT NULL,
  passed_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, slug, year)
);
