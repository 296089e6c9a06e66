-- What an erasure takes from a row stays on its page, and in the indexes, until a vacuum: it comes after 50 changed rows.
alter table vigil.patient_directory set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
alter table vigil_rebuild.patient_directory set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);

-- Names are found by their first 8 letters, by as many tokens a word whatever its length.
update vigil.read_model set version = 3 where projection = 'patient-chart' and not exists (select from vigil.events);
