-- What the serving role may do with the store: append and read the log, and keep what can be thrown away.

GRANT USAGE ON SCHEMA vigil TO ${servingRole};

REVOKE ALL ON vigil.events, vigil.log_head FROM ${servingRole};
GRANT SELECT ON vigil.events, vigil.log_head TO ${servingRole};
-- Nothing else: vigil.append gives positions, times and hashes, and settles who comes first.
GRANT EXECUTE ON FUNCTION vigil.append, vigil.settle TO ${servingRole};

GRANT SELECT, INSERT, UPDATE, DELETE
  ON vigil.snapshots, vigil.tokens, vigil.sagas, vigil.saga_associations, vigil.dead_letters, vigil.scheduled_tasks
  TO ${servingRole};
