create table alert_inbox (
  alert            text collate "C" not null primary key,
  patient          text             not null,
  stay             text             not null,
  ward             text             not null,
  bed              text             not null,
  rule             text             not null,
  kind             text             not null,
  priority         text             not null,
  presence         text             not null,
  urgency          int              not null,
  cause            jsonb            not null,
  escalation_level int              not null,
  escalation_role  text             not null,
  raised_at        timestamptz      not null,
  acknowledged_at  timestamptz,
  acknowledged_by  text,
  ended_at         timestamptz,
  end_reason       text,
  position         bigint           not null
);
comment on table alert_inbox is
  'Every alert as it stands, in the bed where its patient lies, or lay when it ended; no names.';
create index alert_inbox_order on alert_inbox (urgency, raised_at desc, alert);
create index alert_inbox_ward on alert_inbox (ward, urgency, raised_at desc, alert);
