-- A report that comes by itself as a draft, to the one who signs it.
create table report_schedule (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  kind            text not null check (kind in ('weekly', 'monthly')),
  language        text not null check (language in ('en', 'zh-CN')),
  signer_id       uuid not null,
  from_date       date not null,
  ended_at        timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, signer_id) references person
);
create unique index report_schedule_open on report_schedule (tenant_id, organization_id, kind, language) where ended_at is null;

-- The draft that came for a period: one, however often the clock asks.
create table report_scheduled (
  tenant_id   uuid not null,
  schedule_id uuid not null,
  period      text not null,
  report_id   uuid not null,
  primary key (tenant_id, schedule_id, period),
  foreign key (tenant_id, schedule_id) references report_schedule,
  foreign key (tenant_id, report_id) references report
);

call protect('report_schedule', 'report_scheduled');
