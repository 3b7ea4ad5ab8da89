-- keep_until: 2027-08-31, until when a closed centre's data are kept. search_key follows from the name (base/text.h); NULL until a
-- centre that was added before this is renamed.
ALTER TABLE centre ADD COLUMN keep_until TEXT;
ALTER TABLE centre ADD COLUMN search_key TEXT;

-- An assessment on its way to its next version: content is its YAML, which may still have gaps. title is what lists show.
CREATE TABLE assessment_draft (
  id IDENTITY_KEY,
  title TEXT NOT NULL,
  slug TEXT NOT NULL,
  year TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);

-- Bytes are kept once, in pieces of at most 256 KB, under the SHA-256 of the whole.
CREATE TABLE resource_content (
  sha256 TEXT PRIMARY KEY,
  size BIGINT NOT NULL
);
CREATE TABLE resource_piece (
  sha256 TEXT NOT NULL REFERENCES resource_content (sha256) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  bytes BYTES NOT NULL,
  PRIMARY KEY (sha256, position)
);

-- A document for the centres. folder: empty for none. The sort keys and search_key follow from the names (base/text.h).
CREATE TABLE resource (
  id IDENTITY_KEY,
  name TEXT NOT NULL,
  folder TEXT NOT NULL,
  folder_sort_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  withdrawn_at BIGINT,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX resource_by_name ON resource (folder_sort_key, sort_key, id);

CREATE TABLE resource_version (
  id IDENTITY_KEY,
  resource_id BIGINT NOT NULL REFERENCES resource (id),
  version BIGINT NOT NULL CHECK (version >= 1),
  filename TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx')),
  sha256 TEXT NOT NULL REFERENCES resource_content (sha256),
  published_at BIGINT NOT NULL,
  published_by TEXT NOT NULL,
  UNIQUE (resource_id, version)
);
CREATE INDEX resource_version_by_content ON resource_version (sha256);
