-- A start looks whether everybody in the log has a key: patients are few beside their observations.
create index events_keyed_idx on vigil.events (payload_type, stream_id)
  where payload_type in ('PatientRegistered', 'UnidentifiedPatientRegistered', 'LogExported', 'ClinicalRulesChanged');
