-- What one actor is refused more often in a minute than is noted one by one is noted as one row with a count.

ALTER TABLE access_log ADD COLUMN times integer NOT NULL DEFAULT 1 CHECK (times > 0);
