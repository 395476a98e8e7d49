-- What a text gives away and nobody has dealt with yet. The value itself is not repeated: mac tells
-- values apart with the project's key.
CREATE TABLE private_finding (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  example_id BIGINT NOT NULL REFERENCES example (id),
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  kind       VARCHAR(20) NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  mac        BIGINT NOT NULL
);
CREATE INDEX private_finding_by_example ON private_finding (example_id, start_at);
CREATE INDEX private_finding_by_kind ON private_finding (kind, confidence);
CREATE INDEX private_finding_by_mac ON private_finding (mac);

-- What people said about a value: private or not, in one text or (example_id NULL) everywhere.
-- sealed holds the value, encrypted.
CREATE TABLE privacy_verdict (
  id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  example_id BIGINT REFERENCES example (id),
  kind       VARCHAR(20) NOT NULL,
  mac        BIGINT NOT NULL,
  private    BOOLEAN NOT NULL,
  sealed     VARBINARY(1000000) NOT NULL,
  decided_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX privacy_verdict_by_example ON privacy_verdict (example_id, mac);

-- Texts in which something was hidden; what they were before, encrypted, NULL once it was dropped.
CREATE TABLE redacted (
  example_id BIGINT PRIMARY KEY REFERENCES example (id),
  sealed     BINARY LARGE OBJECT
);

-- What the gate did, newest last. body is JSON.
CREATE TABLE privacy_receipt (
  id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body VARCHAR(1000000) NOT NULL
);
