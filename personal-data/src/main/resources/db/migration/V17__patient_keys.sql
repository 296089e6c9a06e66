-- The keys of patients, wrapped by a master key that is not in this database (docs/explanation/personal-data.md).
--
-- A schema of its own: a backup without it (pg_dump --exclude-schema=vigil_keys) holds the log and no key to it.

CREATE SCHEMA vigil_keys;

CREATE TABLE vigil_keys.patient_key (
  patient text NOT NULL,
  -- The id of the master key that wraps it.
  master text,
  -- Null once the key is destroyed: then there is none, and none is made, for ever.
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased_at timestamptz,
  CONSTRAINT patient_key_pkey PRIMARY KEY (patient),
  CONSTRAINT patient_key_lives_or_is_erased CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL)),
  CONSTRAINT patient_key_names_its_master CHECK ((master IS NULL) = (wrapped IS NULL))
  -- A key that is destroyed or wrapped anew stays on its page, where the next access to the page overwrites it.
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);

CREATE FUNCTION vigil_keys.refuse_return() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

REVOKE ALL ON FUNCTION vigil_keys.refuse_return FROM PUBLIC;

CREATE TRIGGER refuse_return BEFORE UPDATE OR DELETE ON vigil_keys.patient_key
  FOR EACH ROW EXECUTE FUNCTION vigil_keys.refuse_return();
