-- The log: what happened, in one order, for ever.
--
-- Positions are given out by the single row of log_head, whose lock an append holds until it commits: they are gapless,
-- equal the order of commits, and recorded_at never decreases along them.

CREATE TABLE vigil.log_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Whoever restores the log from a backup begins a new epoch (UPDATE vigil.log_head SET epoch = DEFAULT), so that nobody
  -- resumes from a position of the lost one.
  epoch text NOT NULL DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 12) CHECK (epoch ~ '^[0-9a-z]+$')
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

INSERT INTO vigil.log_head DEFAULT VALUES;

CREATE TABLE vigil.events (
  position bigint NOT NULL,
  event_identifier text NOT NULL,
  stream_id text NOT NULL,
  sequence_number bigint NOT NULL,
  stream_type text,
  -- When it was decided, by the clock of the node that decided it.
  occurred_at timestamptz NOT NULL,
  -- When it was stored, by the clock of the database.
  recorded_at timestamptz NOT NULL,
  -- The logical name and the revision of the event, never the name of a class.
  payload_type text NOT NULL,
  payload_revision text,
  -- json, not jsonb: it keeps the bytes.
  payload json NOT NULL,
  metadata json NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (position),
  CONSTRAINT events_identifier_key UNIQUE (event_identifier),
  CONSTRAINT events_stream_sequence_key UNIQUE (stream_id, sequence_number)
);

-- Whom an event is about: whoever appends puts the subject into the metadata.
CREATE INDEX events_subject_idx ON vigil.events ((metadata ->> 'subject'), position)
  WHERE (metadata ->> 'subject') IS NOT NULL;

-- Runs with the owner's rights, so that the serving role needs no right to change the head.
CREATE FUNCTION vigil.number_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE vigil.log_head AS head
    SET position = head.position + 1, recorded_at = greatest(head.recorded_at, clock_timestamp())
    RETURNING head.position, head.recorded_at INTO STRICT NEW.position, NEW.recorded_at;
  RETURN NEW;
END
$$;

CREATE FUNCTION vigil.announce_events() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Listeners read the head themselves; equal notifications of one transaction are sent once.
  PERFORM pg_notify('vigil_log', '');
  RETURN NULL;
END
$$;

CREATE FUNCTION vigil.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

REVOKE ALL ON FUNCTION vigil.number_event(), vigil.announce_events(), vigil.refuse_change() FROM PUBLIC;

CREATE TRIGGER number_event BEFORE INSERT ON vigil.events
  FOR EACH ROW EXECUTE FUNCTION vigil.number_event();
CREATE TRIGGER announce_events AFTER INSERT ON vigil.events
  FOR EACH STATEMENT EXECUTE FUNCTION vigil.announce_events();
-- The serving role lacks the right anyway; this stops a slip of the owner's.
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vigil.events
  FOR EACH STATEMENT EXECUTE FUNCTION vigil.refuse_change();

-- Disposable: one for a stream, the newest.
CREATE TABLE vigil.snapshots (
  stream_id text NOT NULL,
  sequence_number bigint NOT NULL,
  event_identifier text NOT NULL,
  stream_type text,
  occurred_at timestamptz NOT NULL,
  payload_type text NOT NULL,
  payload_revision text,
  payload json NOT NULL,
  metadata json NOT NULL,
  CONSTRAINT snapshots_pkey PRIMARY KEY (stream_id)
);
