-- Who asked for what. Nothing but ids stands here: no name, no URL, no value.
--
-- The serving role adds rows and reads them. The time of a row and its number are the database's, so that nobody who may only
-- add rows can date one back. Old rows go by one function, which never touches those of the last 365 days.

CREATE TABLE access_log (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  noted_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor     text        NOT NULL,
  client    text        NOT NULL,
  roles     text        NOT NULL,
  method    text        NOT NULL,
  path      text        NOT NULL,
  patient   text,
  ward      text,
  alert     text,
  as_of     timestamptz,
  outcome   text        NOT NULL CHECK (outcome IN ('ALLOWED', 'DENIED', 'FAILED')),
  status    smallint    NOT NULL,
  trace     text
);

CREATE INDEX access_log_patient ON access_log (patient, id) WHERE patient IS NOT NULL;
CREATE INDEX access_log_actor ON access_log (actor, id);
CREATE INDEX access_log_noted_at ON access_log USING brin (noted_at);

-- Takes away rows that were noted before a time, the oldest first, at most so many; says how many.
CREATE FUNCTION forget_accesses(before timestamptz, at_most integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  forgotten bigint;
BEGIN
  IF before > clock_timestamp() - interval '365 days' THEN
    RAISE EXCEPTION 'accesses of the last 365 days are kept' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM vigil.access_log WHERE id IN
    (SELECT id FROM vigil.access_log WHERE noted_at < before ORDER BY id LIMIT at_most);
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;

REVOKE ALL ON FUNCTION forget_accesses FROM PUBLIC;
