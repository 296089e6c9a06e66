create table patient_directory (
  patient         text             not null primary key,
  mrn             text,
  family_name     text,
  given_name      text,
  birth_date      date,
  sex             text,
  temporary_label text,
  family_search   text collate "C" not null,
  given_search    text collate "C" not null,
  stay            text,
  bed             text,
  ward            text,
  admitted_at     timestamptz,
  position        bigint           not null
);
comment on table patient_directory is 'Who the patients are and where they lie; the only read model with personal data.';
create index patient_directory_mrn on patient_directory (mrn);
create index patient_directory_family on patient_directory (family_search, given_search, patient);
create index patient_directory_given on patient_directory (given_search);
create index patient_directory_ward on patient_directory (ward) where ward is not null;

create table chart_observation (
  observation       text        not null primary key,
  patient           text        not null,
  stay              text,
  measured_at       timestamptz not null,
  standing          text        not null,
  current_version   jsonb       not null,
  earlier_versions  jsonb       not null,
  device            text,
  external_total    integer,
  retracted_at      timestamptz,
  moved_to          text,
  recorded_position bigint      not null,
  position          bigint      not null
);
comment on table chart_observation is 'Every observation set of a patient, with the versions that a correction replaced.';
create index chart_observation_patient on chart_observation (patient, measured_at, recorded_position);

create table chart_plan (
  stay     text        not null,
  revision bigint      not null,
  patient  text        not null,
  plan     jsonb       not null,
  set_at   timestamptz not null,
  position bigint      not null,
  primary key (stay, revision)
);
comment on table chart_plan is 'Every revision of the monitoring plan of a stay, without the free text of its reason.';
