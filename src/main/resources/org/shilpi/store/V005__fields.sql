-- Where a finding stands: empty for the text itself, else the field of its origin.
ALTER TABLE private_finding ADD COLUMN field VARCHAR DEFAULT '' NOT NULL;

-- What a rejected row and a file's name said before they were hidden, encrypted; NULL where nothing
-- was hidden, or once it was dropped.
ALTER TABLE rejected ADD COLUMN sealed VARBINARY(1000000);
ALTER TABLE source ADD COLUMN sealed VARBINARY(1000000);
