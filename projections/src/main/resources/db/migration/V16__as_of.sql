-- What was known at a time is shown by the handlers that keep the read models and by the queries that read them, over
-- temporary twins of their tables that are gone with the transaction. The serving role may make no temporary table of its own:
-- it gets empty ones of the names that are registered, and rows in them only.
create function vigil.begin_past(models text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  model text;
  name text;
begin
  perform vigil.add_past_table('projection_progress');
  foreach model in array models loop
    for name in select vigil.registered_tables(model) loop
      perform vigil.add_past_table(name);
    end loop;
  end loop;
end
$$;

create function vigil.add_past_table(name text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('create temporary table %I (like vigil.%I including all) on commit drop', name, name);
  execute format('grant select, insert, update, delete on pg_temp.%I to %I', name, session_user);
end
$$;

revoke all on function vigil.begin_past, vigil.add_past_table from public;

-- The beds of a ward, however many streams there are: byte by byte, so that what begins alike lies together.
create index events_bed_idx on vigil.events (stream_id collate "C", position) where stream_type = 'Bed';
