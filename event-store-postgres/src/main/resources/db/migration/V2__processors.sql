-- What event processors keep: how far they are, the state of sagas, and events they could not handle.

CREATE TABLE vigil.tokens (
  processor_name text NOT NULL,
  segment integer NOT NULL,
  token text,
  token_type text,
  -- Of the last claim or store; Axon writes ISO 8601 text.
  touched_at text,
  owner text,
  CONSTRAINT tokens_pkey PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE TABLE vigil.sagas (
  saga_id text NOT NULL,
  saga_type text,
  revision text,
  state json,
  CONSTRAINT sagas_pkey PRIMARY KEY (saga_id)
) WITH (fillfactor = 70);

CREATE TABLE vigil.saga_associations (
  id bigint GENERATED ALWAYS AS IDENTITY,
  saga_type text NOT NULL,
  association_key text NOT NULL,
  association_value text,
  saga_id text NOT NULL,
  CONSTRAINT saga_associations_pkey PRIMARY KEY (id)
);
CREATE INDEX saga_associations_value_idx
  ON vigil.saga_associations (saga_type, association_key, association_value, saga_id);
CREATE INDEX saga_associations_saga_idx ON vigil.saga_associations (saga_id);

CREATE TABLE vigil.dead_letters (
  dead_letter_id text NOT NULL,
  processing_group text NOT NULL,
  sequence_identifier text NOT NULL,
  sequence_index bigint NOT NULL,
  message_type text NOT NULL,
  event_identifier text NOT NULL,
  occurred_at text NOT NULL,
  payload_type text NOT NULL,
  payload_revision text,
  payload bytea NOT NULL,
  metadata bytea,
  stream_type text,
  stream_id text,
  sequence_number bigint,
  token_type text,
  token bytea,
  enqueued_at text NOT NULL,
  last_touched text,
  processing_started text,
  cause_type text,
  cause_message text,
  diagnostics bytea,
  CONSTRAINT dead_letters_pkey PRIMARY KEY (dead_letter_id),
  CONSTRAINT dead_letters_sequence_key UNIQUE (processing_group, sequence_identifier, sequence_index)
);
