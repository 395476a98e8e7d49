-- Texts and sources with greater numbers than these are on their way in, seen by nobody. They are
-- there at once when an import ends, and are taken away if it does not.
CREATE TABLE present (
  last_example BIGINT NOT NULL,
  last_source  BIGINT NOT NULL
);
INSERT INTO present (last_example, last_source)
SELECT (SELECT COALESCE(MAX(id), 0) FROM example), (SELECT COALESCE(MAX(id), 0) FROM source);

-- SHA-256 of the file's bytes; NULL where it came in before that was kept.
ALTER TABLE source ADD COLUMN sha256 CHAR(64);
CREATE INDEX source_by_sha256 ON source (sha256);

-- A text as it was found. Equal texts (but for case and spaces) have equal text_keys. Without
-- indices and constraints beside its number: they made up nine tenths of the time of an import.
CREATE TABLE example_now (
  id         BIGINT PRIMARY KEY,
  source_id  BIGINT NOT NULL,
  source_row BIGINT NOT NULL,
  split      VARCHAR(10) NOT NULL,
  text_key   UUID NOT NULL,
  text       CHARACTER LARGE OBJECT NOT NULL
);
INSERT INTO example_now SELECT id, source_id, source_row, split, text_key, text FROM example;
DROP TABLE example CASCADE;
ALTER TABLE example_now RENAME TO example;

-- Where a text comes from, beside its file and row; no row where nothing is known. The columns are
-- what slices and splits ask for; own holds the file's other fields as JSON.
CREATE TABLE origin (
  example_id BIGINT PRIMARY KEY,
  path       VARCHAR,
  written    VARCHAR,
  sender     VARCHAR,
  together   VARCHAR,
  title      VARCHAR,
  own_id     VARCHAR,
  own        CHARACTER LARGE OBJECT
);
CREATE INDEX origin_by_together ON origin (together, example_id);

-- A decision about a text that may have any number of labels, {"labels":[1,2]}, or labels on its
-- parts, {"spans":[[0,4,1]]} (start, end, label), labels by number; label_id is NULL then.
ALTER TABLE annotation ADD COLUMN said CHARACTER LARGE OBJECT;
ALTER TABLE annotation ADD FOREIGN KEY (example_id) REFERENCES example (id);

-- What stands for every text: label_id is its one label, 0 where said holds the decision instead,
-- NULL where nobody said anything. What a file said has no annotation until a person decides
-- differently: it is written down then, with the time of the import.
CREATE TABLE standing_now (
  example_id BIGINT PRIMARY KEY,
  label_id   INTEGER,
  said       CHARACTER LARGE OBJECT
);
INSERT INTO standing_now (example_id, label_id) SELECT example_id, label_id FROM standing;
DROP TABLE standing;
ALTER TABLE standing_now RENAME TO standing;
CREATE INDEX standing_by_label ON standing (label_id, example_id);

-- The labels inside standing.said, each once a text, so that counts stay fast.
CREATE TABLE tag (
  label_id   INTEGER NOT NULL,
  example_id BIGINT NOT NULL,
  PRIMARY KEY (label_id, example_id)
);
CREATE INDEX tag_by_example ON tag (example_id);

-- Answers where a text may have any number of labels or labels on its parts: truths and answers are
-- JSON like annotation.said, but labels are indices into answer_set.labels; probabilities are those
-- of every label, or how sure the model is of each span.
ALTER TABLE prediction ALTER COLUMN truth DROP NOT NULL;
ALTER TABLE prediction ALTER COLUMN answer DROP NOT NULL;
ALTER TABLE prediction ADD COLUMN truths CHARACTER LARGE OBJECT;
ALTER TABLE prediction ADD COLUMN answers CHARACTER LARGE OBJECT;
