create table projection_progress (
  projection text   not null primary key,
  position   bigint not null
);
comment on table projection_progress is
  'How far each read model has come: the log position of the last event that it handled, written with its rows.';

create table ward_board_bed (
  bed      text collate "C" not null primary key,
  ward     text             not null,
  stay     text,
  position bigint           not null
);
comment on table ward_board_bed is 'Every bed that is or was occupied, and the stay that occupies it now.';
create index ward_board_bed_ward on ward_board_bed (ward);

create table ward_board_stay (
  stay                 text        not null primary key,
  patient              text        not null,
  admitted_at          timestamptz not null,
  basis                text,
  measured_at          timestamptz,
  score                jsonb,
  recent               jsonb       not null,
  due_since            timestamptz not null,
  next_observation_due timestamptz,
  paused_until         timestamptz,
  pause_reason         text,
  spo2_scale           text        not null,
  scoring              text        not null,
  plan_revision        bigint      not null,
  alerts               jsonb       not null,
  position             bigint      not null
);
comment on table ward_board_stay is 'What the ward board shows of a present stay, wherever its bed is; no names.';
