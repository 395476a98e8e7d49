-- Where a text comes from, beside its file and row; no row where nothing is known. The columns are
-- what slices and splits ask for; own holds the file's other fields as JSON.
CREATE TABLE origin (
  example_id BIGINT PRIMARY KEY REFERENCES example (id),
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

-- What stands for every text: label_id is its one label, 0 where said holds the decision instead,
-- NULL where nobody said anything. What a file said has no annotation until a person decides
-- differently: it is written down then, with the time of the import.
CREATE TABLE standing_now (
  example_id BIGINT PRIMARY KEY REFERENCES example (id),
  label_id   INTEGER,
  said       CHARACTER LARGE OBJECT
);
INSERT INTO standing_now (example_id, label_id) SELECT example_id, label_id FROM standing;
DROP TABLE standing;
ALTER TABLE standing_now RENAME TO standing;
CREATE INDEX standing_by_label ON standing (label_id, example_id);

-- The labels inside standing.said, each once a text, so that counts stay fast.
CREATE TABLE tag (
  label_id   INTEGER NOT NULL REFERENCES label (id),
  example_id BIGINT NOT NULL REFERENCES example (id),
  PRIMARY KEY (label_id, example_id)
);

-- Answers where a text may have any number of labels or labels on its parts: truths and answers are
-- JSON like annotation.said, but labels are indices into answer_set.labels; probabilities are those
-- of every label, or how sure the model is of each span.
ALTER TABLE prediction ALTER COLUMN truth DROP NOT NULL;
ALTER TABLE prediction ALTER COLUMN answer DROP NOT NULL;
ALTER TABLE prediction ADD COLUMN truths CHARACTER LARGE OBJECT;
ALTER TABLE prediction ADD COLUMN answers CHARACTER LARGE OBJECT;
