-- A read model is built anew in tables of the same names in another schema, its twins, and both change places in one
-- transaction. The serving role owns nothing: what takes an owner is done by the functions below, for the tables
-- that are registered here and no others.

create schema vigil_rebuild;
comment on schema vigil_rebuild is 'The twins of the read models'' tables: what a rebuild or a verification is writing.';
create schema vigil_switch;
comment on schema vigil_switch is 'Where tables pass through while they change places; empty between transactions.';

create table read_model (
  projection text    not null primary key,
  version    integer not null
);
comment on table read_model is
  'The read models, with the version of the code that made their rows. Locked for a share by each batch that writes them.';
insert into read_model values ('ward-board', 1), ('patient-chart', 1), ('alert-inbox', 1), ('day-list', 1);

create table read_model_table (
  projection text not null references read_model,
  name       text not null primary key
);
comment on table read_model_table is 'The tables of each read model.';

create table read_model_run (
  projection text        not null primary key references read_model,
  run        text        not null,
  work       text        not null,
  state      text        not null,
  version    integer     not null,
  position   bigint      not null,
  target     bigint      not null,
  events     bigint      not null,
  started_at timestamptz not null,
  alive_at   timestamptz not null,
  ended_at   timestamptz,
  failure    text,
  emptied    boolean     not null default false
);
comment on table read_model_run is
  'The last rebuild or verification of each read model; whoever runs it says again and again that he is alive.';

create table vigil_rebuild.projection_progress (like vigil.projection_progress including all);

-- Registers a table and makes its twin, the same in everything: indexes and constraints of the same names, settings, comment.
create function vigil.add_read_model_table(model text, name text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  live constant regclass := format('vigil.%I', name);
  part record;
begin
  insert into vigil.read_model_table values (model, name);
  execute format('create table vigil_rebuild.%I (like vigil.%I including all excluding indexes)', name, name);
  for part in
    select conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = live and contype in ('p', 'u') order by conname
  loop
    execute format('alter table vigil_rebuild.%I add constraint %I %s', name, part.conname, part.definition);
  end loop;
  for part in
    select pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = live and not exists (select from pg_constraint where conindid = indexrelid)
  loop
    execute replace(part.definition, format(' ON vigil.%I ', name), format(' ON vigil_rebuild.%I ', name));
  end loop;
  for part in
    select array_to_string(reloptions, ', ') as settings from pg_class where oid = live and reloptions is not null
  loop
    execute format('alter table vigil_rebuild.%I set (%s)', name, part.settings);
  end loop;
  execute format('comment on table vigil_rebuild.%I is %L', name, obj_description(live, 'pg_class'));
end
$$;

do $$
begin
  perform vigil.add_read_model_table('ward-board', 'ward_board_bed');
  perform vigil.add_read_model_table('ward-board', 'ward_board_stay');
  perform vigil.add_read_model_table('patient-chart', 'patient_directory');
  perform vigil.add_read_model_table('patient-chart', 'chart_observation');
  perform vigil.add_read_model_table('patient-chart', 'chart_plan');
  perform vigil.add_read_model_table('alert-inbox', 'alert_inbox');
  perform vigil.add_read_model_table('day-list', 'day_list');
end
$$;

create function vigil.registered_tables(model text) returns setof text
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  return query select t.name from vigil.read_model_table t where t.projection = model order by t.name;
  if not found then
    raise exception 'There is no read model %', model using errcode = 'invalid_parameter_value';
  end if;
end
$$;

-- The read model's tables and their twins change places.
create function vigil.switch_read_model(model text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  name text;
begin
  for name in select vigil.registered_tables(model) loop
    execute format('alter table vigil.%I set schema vigil_switch', name);
    execute format('alter table vigil_rebuild.%I set schema vigil', name);
    execute format('alter table vigil_switch.%I set schema vigil_rebuild', name);
  end loop;
end
$$;

create function vigil.empty_twins(model text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  name text;
begin
  for name in select vigil.registered_tables(model) loop
    execute format('truncate vigil_rebuild.%I', name);
  end loop;
  delete from vigil_rebuild.projection_progress where projection = model;
end
$$;

-- So that the first question after a switch is planned for the rows that are there.
create function vigil.analyze_twins(model text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  name text;
begin
  for name in select vigil.registered_tables(model) loop
    execute format('analyze vigil_rebuild.%I', name);
  end loop;
end
$$;

revoke all on function vigil.add_read_model_table, vigil.registered_tables, vigil.switch_read_model, vigil.empty_twins,
  vigil.analyze_twins from public;
