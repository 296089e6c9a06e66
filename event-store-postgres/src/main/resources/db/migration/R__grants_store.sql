-- What the serving role may do with the store: append and read the log, and keep what can be thrown away.

GRANT USAGE ON SCHEMA vigil TO ${servingRole};

REVOKE ALL ON vigil.events, vigil.log_head FROM ${servingRole};
GRANT SELECT ON vigil.events, vigil.log_head TO ${servingRole};
-- Without position and recorded_at: those are the log's to give.
GRANT INSERT (event_identifier, stream_id, sequence_number, stream_type, occurred_at, payload_type, payload_revision,
  payload, metadata) ON vigil.events TO ${servingRole};

GRANT SELECT, INSERT, UPDATE, DELETE
  ON vigil.snapshots, vigil.tokens, vigil.sagas, vigil.saga_associations, vigil.dead_letters, vigil.scheduled_tasks
  TO ${servingRole};
