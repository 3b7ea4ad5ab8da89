-- A slug is one assessment through all its years and versions; in the order in which they were first published. slug_key is the
-- slug in lower case: an address in another letter case must not mean another assessment.
CREATE TABLE assessment_slug (
  id IDENTITY_KEY,
  slug TEXT NOT NULL UNIQUE,
  slug_key TEXT NOT NULL UNIQUE
);

-- A published version. audience: codes with commas between, "EO,INV". valid_until: 2027-08-31. The counts are fixed before the
-- rows that they count come in: see the triggers.
CREATE TABLE assessment (
  id IDENTITY_KEY,
  slug TEXT NOT NULL REFERENCES assessment_slug (slug),
  year TEXT NOT NULL,
  version BIGINT NOT NULL CHECK (version >= 1),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  audience TEXT NOT NULL,
  valid_until TEXT,
  content_hash TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  section_count BIGINT NOT NULL,
  question_count BIGINT NOT NULL,
  UNIQUE (slug, year, version)
);

-- time_limit in seconds, NULL for untimed. pass_mark as written (80%, 15); marks_needed is what follows from it. A pass of this
-- section in the same year counts from version passes_since on.
CREATE TABLE section (
  id IDENTITY_KEY,
  assessment_id BIGINT NOT NULL REFERENCES assessment (id),
  position BIGINT NOT NULL CHECK (position >= 1),
  section_key TEXT NOT NULL,
  title TEXT NOT NULL,
  time_limit BIGINT CHECK (time_limit > 0),
  pass_mark TEXT NOT NULL,
  marks_needed BIGINT NOT NULL,
  retake INTEGER NOT NULL,
  passes_since BIGINT NOT NULL,
  reading TEXT NOT NULL,
  question_count BIGINT NOT NULL,
  UNIQUE (assessment_id, position),
  UNIQUE (assessment_id, section_key)
);

CREATE TABLE question (
  id IDENTITY_KEY,
  section_id BIGINT NOT NULL REFERENCES section (id),
  position BIGINT NOT NULL CHECK (position >= 1),
  question_key TEXT NOT NULL,
  text TEXT NOT NULL,
  choose_many INTEGER NOT NULL,
  explanation TEXT NOT NULL,
  option_count BIGINT NOT NULL,
  UNIQUE (section_id, position),
  UNIQUE (section_id, question_key)
);

CREATE TABLE question_option (
  id IDENTITY_KEY,
  question_id BIGINT NOT NULL REFERENCES question (id),
  position BIGINT NOT NULL CHECK (position >= 1),
  text TEXT NOT NULL,
  correct INTEGER NOT NULL,
  UNIQUE (question_id, position)
);

-- A published version never changes, whoever asks: no row changes or goes, and none is added to it, because positions are unique
-- and end with the count.
-- only: sqlite
CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER assessment_no_delete BEFORE DELETE ON assessment BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER section_no_update BEFORE UPDATE ON section BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER section_no_delete BEFORE DELETE ON section BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_no_update BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_no_delete BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_option_no_update BEFORE UPDATE ON question_option BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_option_no_delete BEFORE DELETE ON question_option BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER section_no_more BEFORE INSERT ON section
WHEN NEW.position > (SELECT section_count FROM assessment WHERE id = NEW.assessment_id)
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_no_more BEFORE INSERT ON question
WHEN NEW.position > (SELECT question_count FROM section WHERE id = NEW.section_id)
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER question_option_no_more BEFORE INSERT ON question_option
WHEN NEW.position > (SELECT option_count FROM question WHERE id = NEW.question_id)
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
-- end
-- only: postgresql
CREATE FUNCTION published_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION section_refuse_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position > (SELECT section_count FROM assessment WHERE id = NEW.assessment_id) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION question_refuse_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position > (SELECT question_count FROM section WHERE id = NEW.section_id) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION question_option_refuse_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position > (SELECT option_count FROM question WHERE id = NEW.question_id) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_no_change BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER assessment_no_truncate BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER section_no_change BEFORE UPDATE OR DELETE ON section FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER section_no_truncate BEFORE TRUNCATE ON section FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER section_no_more BEFORE INSERT ON section FOR EACH ROW EXECUTE FUNCTION section_refuse_more();
CREATE TRIGGER question_no_change BEFORE UPDATE OR DELETE ON question FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER question_no_truncate BEFORE TRUNCATE ON question FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER question_no_more BEFORE INSERT ON question FOR EACH ROW EXECUTE FUNCTION question_refuse_more();
CREATE TRIGGER question_option_no_change BEFORE UPDATE OR DELETE ON question_option FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER question_option_no_truncate BEFORE TRUNCATE ON question_option FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER question_option_no_more BEFORE INSERT ON question_option FOR EACH ROW EXECUTE FUNCTION question_option_refuse_more();
-- end
