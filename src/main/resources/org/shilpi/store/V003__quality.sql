-- What was done about a finding at once, and when it was undone. finding is the finding's kind and
-- subject its label or language, both empty where a person chose texts without one.
CREATE TABLE mending (
  id        BIGINT PRIMARY KEY,
  verb      VARCHAR(20) NOT NULL,
  finding   VARCHAR(30) NOT NULL,
  subject   VARCHAR(200) NOT NULL,
  done_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  undone_at TIMESTAMP(6) WITH TIME ZONE
);

-- Which texts a mending changed, and what they had before: the part, the text, or the number of
-- the annotation that came of it.
CREATE TABLE mended (
  mending_id BIGINT NOT NULL REFERENCES mending (id),
  example_id BIGINT NOT NULL REFERENCES example (id),
  before     CHARACTER LARGE OBJECT,
  PRIMARY KEY (mending_id, example_id)
);
CREATE INDEX mended_by_example ON mended (example_id, mending_id);

-- Texts that take no part any more. They stay where they are.
CREATE TABLE aside (
  example_id BIGINT PRIMARY KEY REFERENCES example (id),
  mending_id BIGINT NOT NULL REFERENCES mending (id)
);
CREATE INDEX aside_by_mending ON aside (mending_id, example_id);

-- The newest quality report, one row: stamp changes with anything that it rests on.
CREATE TABLE quality_report (
  stamp   VARCHAR(1000) NOT NULL,
  texts   BIGINT NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Its findings. arguments and picture are JSON; mend is empty where nothing can be done at once.
CREATE TABLE finding (
  id        BIGINT PRIMARY KEY,
  kind      VARCHAR(30) NOT NULL,
  subject   VARCHAR(200) NOT NULL,
  severity  VARCHAR(10) NOT NULL,
  amount    BIGINT NOT NULL,
  arguments VARCHAR(100000) NOT NULL,
  picture   VARCHAR(100000) NOT NULL,
  mend      VARCHAR(20) NOT NULL
);

-- The texts of a finding, in the order in which they are shown.
CREATE TABLE finding_text (
  finding_id BIGINT NOT NULL,
  place      INTEGER NOT NULL,
  example_id BIGINT NOT NULL,
  family     INTEGER NOT NULL,
  affected   BOOLEAN NOT NULL,
  proposal   VARCHAR(200) NOT NULL,
  score      DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (finding_id, place)
);

-- Findings that somebody accepted as they are, up to this amount.
CREATE TABLE settled (
  kind       VARCHAR(30) NOT NULL,
  subject    VARCHAR(200) NOT NULL,
  amount     BIGINT NOT NULL,
  settled_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (kind, subject)
);
