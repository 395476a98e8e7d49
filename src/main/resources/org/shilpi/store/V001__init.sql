-- Facts about the project itself: its task, its base model.
CREATE TABLE setting (
  name    VARCHAR(100) PRIMARY KEY,
  content VARCHAR(100000) NOT NULL
);

-- A file that texts came from.
CREATE TABLE source (
  id          BIGINT PRIMARY KEY,
  name        VARCHAR(1000) NOT NULL,
  imported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Labels in the order of their numbers.
CREATE TABLE label (
  id   INTEGER PRIMARY KEY,
  name VARCHAR(200) NOT NULL UNIQUE
);

-- A text as it was found. Equal texts (but for case and spaces) have equal text_keys.
CREATE TABLE example (
  id         BIGINT PRIMARY KEY,
  source_id  BIGINT NOT NULL REFERENCES source (id),
  source_row BIGINT NOT NULL,
  split      VARCHAR(10) NOT NULL,
  text_key   UUID NOT NULL,
  text       CHARACTER LARGE OBJECT NOT NULL
);
CREATE INDEX example_by_text_key ON example (text_key, id);

-- Every decision about a text, only ever appended. label_id is what the text has from then on, NULL
-- for none; undoes is the decision that was taken back.
CREATE TABLE annotation (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  example_id BIGINT NOT NULL REFERENCES example (id),
  label_id   INTEGER REFERENCES label (id),
  source     VARCHAR(10) NOT NULL,
  undoes     BIGINT REFERENCES annotation (id),
  decided_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- The newest decision of every text, NULL where it has no label: follows from the annotations and is
-- kept beside them so that queue and counts stay fast.
CREATE TABLE standing (
  example_id BIGINT PRIMARY KEY REFERENCES example (id),
  label_id   INTEGER REFERENCES label (id)
);
CREATE INDEX standing_by_label ON standing (label_id, example_id);

-- Rows that were turned away, with the message key of the reason.
CREATE TABLE rejected (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id  BIGINT NOT NULL REFERENCES source (id),
  source_row BIGINT NOT NULL,
  reason     VARCHAR(100) NOT NULL,
  arguments  VARCHAR(10000) NOT NULL,
  raw        VARCHAR(2000) NOT NULL
);

-- A training. spec and result are JSON.
CREATE TABLE run (
  id          BIGINT PRIMARY KEY,
  spec        VARCHAR(100000) NOT NULL,
  fingerprint CHAR(64) NOT NULL,
  base_model  VARCHAR(200) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  started_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  result      VARCHAR(1000000),
  failure     VARCHAR(100000)
);

-- What a run told while it went on, in order. body is JSON.
CREATE TABLE run_event (
  id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id BIGINT NOT NULL REFERENCES run (id),
  kind   VARCHAR(20) NOT NULL,
  body   VARCHAR(100000) NOT NULL
);
CREATE INDEX run_event_by_run ON run_event (run_id, id);

-- A run's answers on one part of the data: label names and response times as JSON.
CREATE TABLE answer_set (
  run_id      BIGINT NOT NULL REFERENCES run (id),
  split       VARCHAR(10) NOT NULL,
  labels      VARCHAR(1000000) NOT NULL,
  latency     VARCHAR(1000000) NOT NULL,
  answered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (run_id, split)
);

-- One answer: who gave it (model or a baseline's name), the label that people gave, the most
-- probable label, and the probability of each label as big-endian 32-bit floats.
CREATE TABLE prediction (
  run_id        BIGINT NOT NULL,
  split         VARCHAR(10) NOT NULL,
  answerer      VARCHAR(20) NOT NULL,
  example_id    BIGINT NOT NULL,
  truth         INTEGER NOT NULL,
  answer        INTEGER NOT NULL,
  probabilities VARBINARY(1000000) NOT NULL,
  PRIMARY KEY (run_id, split, answerer, example_id),
  FOREIGN KEY (run_id, split) REFERENCES answer_set (run_id, split)
);
