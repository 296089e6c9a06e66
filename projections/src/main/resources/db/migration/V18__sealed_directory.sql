-- Who the patients are is sealed with each one's own key and found by keyed tokens. Both tables are emptied, so that nothing
-- readable stays on a page; where there is a log, the next start fills them from it: until then the directory knows nobody.
-- The tokens are varchar because that is what Hibernate asks with: PostgreSQL compares no text[] with a varchar[].

truncate vigil.patient_directory, vigil_rebuild.patient_directory;

do $$
declare
  directory text;
begin
  foreach directory in array array['vigil.patient_directory', 'vigil_rebuild.patient_directory'] loop
    execute format(
      'alter table %s drop mrn, drop family_name, drop given_name, drop birth_date, drop sex, drop temporary_label,
         drop family_search, drop given_search,
         add identity bytea, add search varchar[] not null default ''{}'', add mrn_token text', directory);
    execute format('create index patient_directory_mrn on %s (mrn_token)', directory);
    execute format('create index patient_directory_search on %s using gin (search)', directory);
    execute format(
      'comment on table %s is ''Who the patients are, sealed, and where they lie; the only read model with personal data.''',
      directory);
  end loop;
end
$$;

update vigil.read_model set version = 2 where projection = 'patient-chart' and not exists (select from vigil.events);

-- A start looks at every erasure that was ever recorded: they are few.
create index events_erased_idx on vigil.events (position) where payload_type = 'PatientErased';

-- Nobody is erased who has appointments ahead.
create index day_list_patient on vigil.day_list (patient, ends_at);
create index day_list_patient on vigil_rebuild.day_list (patient, ends_at);
