-- The log: what happened, in one order, for ever.
--
-- Positions are given out under the lock of the single row of log_head, which an append holds until it commits: they are
-- gapless, equal the order of commits, and recorded_at never decreases along them. Each event's hash covers the event and
-- the hash before it (docs/reference/log-format.md).

DO $$
BEGIN
  IF getdatabaseencoding() <> 'UTF8' THEN
    RAISE EXCEPTION 'Vigil needs a database with the encoding UTF8; this one has %', getdatabaseencoding();
  END IF;
END
$$;

CREATE TABLE vigil.log_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Of the newest event; before the first there is nothing to cover.
  hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (octet_length(hash) = 32),
  -- Whoever restores the log from a backup begins a new epoch (UPDATE vigil.log_head SET epoch = DEFAULT), so that nobody
  -- resumes from a position of the lost one.
  epoch text NOT NULL DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 12) CHECK (epoch ~ '^[0-9a-z]+$')
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

INSERT INTO vigil.log_head DEFAULT VALUES;

CREATE TABLE vigil.events (
  position bigint NOT NULL,
  event_identifier text NOT NULL,
  stream_id text NOT NULL,
  sequence_number bigint NOT NULL CHECK (sequence_number >= 0),
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
  hash bytea NOT NULL,
  -- Years whose text the digest can cover (docs/reference/log-format.md); neither before Christ nor infinite.
  CONSTRAINT events_occurred_at_check CHECK (occurred_at >= '0001-01-01 00:00:00+00' AND occurred_at < '10000-01-01 00:00:00+00'),
  CONSTRAINT events_pkey PRIMARY KEY (position),
  CONSTRAINT events_identifier_key UNIQUE (event_identifier),
  CONSTRAINT events_stream_sequence_key UNIQUE (stream_id, sequence_number)
  -- An event of two kilobytes is not worth the time that it takes to compress it.
) WITH (toast_tuple_target = 4080);

-- Whom an event is about: whoever appends puts the subject into the metadata.
CREATE INDEX events_subject_idx ON vigil.events ((metadata ->> 'subject'), position);

-- A netstring: the count of bytes, the bytes; what is absent differs from what is empty.
CREATE FUNCTION vigil.net(value text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value)::text || ':' || value || ',' END;

-- A time as it is hashed: UTC, six digits.
CREATE FUNCTION vigil.hashed_time(value timestamptz) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- What an event is, before it has a place in the log.
CREATE FUNCTION vigil.event_digest(event_identifier text, stream_id text, sequence_number bigint, stream_type text,
    payload_type text, payload_revision text, occurred_at timestamptz, payload text, metadata text) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(convert_to(vigil.net(event_identifier) || vigil.net(stream_id) || vigil.net(sequence_number::text)
    || vigil.net(stream_type) || vigil.net(payload_type) || vigil.net(payload_revision)
    || vigil.net(vigil.hashed_time(occurred_at)) || vigil.net(payload) || vigil.net(metadata), 'UTF8'));

-- Appends the events of several appends, each append all or nothing, in the order given; the element of every array at one
-- place is one event, and events of one append stand together. Returns a row for each append that was taken (the position
-- of its last event) and for each collision of one that was not (what is taken, the place in the arrays, the position that
-- holds it). Appends that collide with one another rather than with the log fail the whole call, as does bad data.
--
-- Runs with the owner's rights: whoever may call it can append, and has no say in positions, times and hashes.
CREATE FUNCTION vigil.append(appends integer[], identifiers text[], streams text[], sequences bigint[],
    stream_types text[], occurred timestamptz[], types text[], revisions text[], payloads text[], metadatas text[])
  RETURNS TABLE (append integer, last_position bigint, collision text, place integer, held_by bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  events CONSTANT integer := cardinality(identifiers);
  digests bytea[] := array_fill(NULL::bytea, ARRAY[events]);
  head record;
  moment timestamptz;
  moment_text text;
  newest bigint;
  link bytea;
  positions bigint[];
  hashes bytea[];
  refused integer[] := '{}';
  is_looked_up boolean := false;
BEGIN
  IF events = 0 THEN
    RETURN;
  END IF;
  -- By its number an event is digested, by its order it is stored: these have to be the same.
  IF (array_ndims(appends) <> 1 OR array_lower(appends, 1) <> 1 OR cardinality(appends) <> events
      OR array_ndims(identifiers) <> 1 OR array_lower(identifiers, 1) <> 1 OR cardinality(identifiers) <> events
      OR array_ndims(streams) <> 1 OR array_lower(streams, 1) <> 1 OR cardinality(streams) <> events
      OR array_ndims(sequences) <> 1 OR array_lower(sequences, 1) <> 1 OR cardinality(sequences) <> events
      OR array_ndims(stream_types) <> 1 OR array_lower(stream_types, 1) <> 1 OR cardinality(stream_types) <> events
      OR array_ndims(occurred) <> 1 OR array_lower(occurred, 1) <> 1 OR cardinality(occurred) <> events
      OR array_ndims(types) <> 1 OR array_lower(types, 1) <> 1 OR cardinality(types) <> events
      OR array_ndims(revisions) <> 1 OR array_lower(revisions, 1) <> 1 OR cardinality(revisions) <> events
      OR array_ndims(payloads) <> 1 OR array_lower(payloads, 1) <> 1 OR cardinality(payloads) <> events
      OR array_ndims(metadatas) <> 1 OR array_lower(metadatas, 1) <> 1 OR cardinality(metadatas) <> events) IS NOT FALSE THEN
    RAISE EXCEPTION 'the arrays of an append have one element for each event, numbered from 1'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- All that does not need the lock comes before it. What vigil.event_digest says, in one expression: that is far cheaper.
  FOR i IN 1 .. events LOOP
    digests[i] := sha256(convert_to(
      octet_length(identifiers[i])::text || ':' || identifiers[i] || ','
      || octet_length(streams[i])::text || ':' || streams[i] || ','
      || octet_length(sequences[i]::text)::text || ':' || sequences[i]::text || ','
      || coalesce(octet_length(stream_types[i])::text || ':' || stream_types[i], '-') || ','
      || octet_length(types[i])::text || ':' || types[i] || ','
      || coalesce(octet_length(revisions[i])::text || ':' || revisions[i], '-') || ','
      || '27:' || to_char(occurred[i] AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ','
      || octet_length(payloads[i])::text || ':' || payloads[i] || ','
      || octet_length(metadatas[i])::text || ':' || metadatas[i] || ',', 'UTF8'));
  END LOOP;

  SELECT h.position, h.recorded_at, h.hash INTO STRICT head FROM vigil.log_head h FOR UPDATE;
  moment := greatest(head.recorded_at, clock_timestamp());
  moment_text := vigil.net(vigil.hashed_time(moment));

  LOOP
    newest := head.position;
    link := head.hash;
    positions := array_fill(NULL::bigint, ARRAY[events]);
    hashes := array_fill(NULL::bytea, ARRAY[events]);
    FOR i IN 1 .. events LOOP
      IF appends[i] <> ALL (refused) THEN
        newest := newest + 1;
        link := sha256(convert_to('64:' || encode(link, 'hex') || ',' || octet_length(newest::text)::text || ':'
          || newest::text || ',' || moment_text || '64:' || encode(digests[i], 'hex') || ',', 'UTF8'));
        positions[i] := newest;
        hashes[i] := link;
      END IF;
    END LOOP;

    BEGIN
      INSERT INTO vigil.events (position, event_identifier, stream_id, sequence_number, stream_type, occurred_at,
          recorded_at, payload_type, payload_revision, payload, metadata, hash)
        SELECT e.position, e.identifier, e.stream, e.sequence, e.stream_type, e.occurred, moment, e.type, e.revision,
            e.payload::json, e.metadata::json, e.hash
          FROM unnest(positions, identifiers, streams, sequences, stream_types, occurred, types, revisions, payloads,
            metadatas, hashes)
            AS e(position, identifier, stream, sequence, stream_type, occurred, type, revision, payload, metadata, hash)
          WHERE e.position IS NOT NULL;
      EXIT;
    EXCEPTION WHEN unique_violation THEN
      IF is_looked_up THEN
        RAISE;
      END IF;
      -- Who collides is looked up only when somebody does, by a statement that sees whatever was committed before the lock
      -- was given.
      FOR append, collision, place, held_by IN
        SELECT e.append, c.collision, e.n::integer, c.position
          FROM unnest(appends, identifiers, streams, sequences)
            WITH ORDINALITY AS e(append, identifier, stream, sequence, n)
          CROSS JOIN LATERAL (
            SELECT 'stream'::text AS collision, o.position FROM vigil.events o
              WHERE o.stream_id = e.stream AND o.sequence_number = e.sequence
            UNION ALL
            SELECT 'identifier'::text, o.position FROM vigil.events o WHERE o.event_identifier = e.identifier) c
          ORDER BY e.n, c.collision DESC
      LOOP
        refused := refused || append;
        RETURN NEXT;
      END LOOP;
      is_looked_up := true;
    END;
  END LOOP;
  IF newest = head.position THEN
    RETURN;
  END IF;

  UPDATE vigil.log_head SET position = newest, recorded_at = moment, hash = link;
  -- Listeners read the head themselves.
  PERFORM pg_notify('vigil_log', '');

  collision := NULL;
  place := NULL;
  held_by := NULL;
  FOR i IN 1 .. events LOOP
    IF positions[i] IS NOT NULL AND appends[i] IS DISTINCT FROM appends[i + 1] THEN
      append := appends[i];
      last_position := positions[i];
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;

-- Those of the events that the log holds, once every append that was under way has ended.
CREATE FUNCTION vigil.settle(identifiers text[]) RETURNS SETOF vigil.events
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM vigil.log_head h FOR UPDATE;
  RETURN QUERY SELECT e.* FROM vigil.events e WHERE e.event_identifier = ANY (identifiers);
END
$$;

CREATE FUNCTION vigil.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

REVOKE ALL ON FUNCTION vigil.append, vigil.settle, vigil.refuse_change FROM PUBLIC;

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
