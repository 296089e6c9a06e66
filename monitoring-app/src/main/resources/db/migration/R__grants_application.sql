-- What the serving role may do beside the store and the read models: see which migrations were made.

GRANT SELECT ON vigil.flyway_schema_history TO ${servingRole};
