-- What the serving role may do beside the store and the read models: see which migrations were made.

GRANT SELECT ON vigil.flyway_schema_history TO ${servingRole};

-- Adds to the accesses and reads them; the columns that are not named are the database's.
REVOKE ALL ON vigil.access_log FROM ${servingRole};
GRANT SELECT ON vigil.access_log TO ${servingRole};
GRANT INSERT (actor, client, roles, method, path, patient, ward, alert, as_of, outcome, status, trace, times)
  ON vigil.access_log TO ${servingRole};
GRANT EXECUTE ON FUNCTION vigil.forget_accesses TO ${servingRole};
