create table day_list (
  appointment  text collate "C" not null primary key,
  practitioner text             not null,
  patient      text             not null,
  starts_at    timestamptz      not null,
  ends_at      timestamptz      not null,
  first_day    date             not null,
  last_day     date             not null,
  service      text,
  status       text             not null,
  position     bigint           not null
);
comment on table day_list is
  'Every appointment as it stands, with the local days that it touches; no names, no free text.';
create index day_list_practitioner on day_list (practitioner, last_day, first_day, starts_at, appointment);
