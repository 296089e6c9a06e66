-- What the serving role may do with keys: make, read, wrap anew and destroy them. A row is never deleted.

GRANT USAGE ON SCHEMA vigil_keys TO ${servingRole};

REVOKE ALL ON vigil_keys.patient_key FROM ${servingRole};
GRANT SELECT, INSERT, UPDATE (master, wrapped, erased_at) ON vigil_keys.patient_key TO ${servingRole};
