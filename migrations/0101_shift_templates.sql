-- A day's shifts as an office keeps them, by name: times relative to the activity's beginning. What is removed can be brought back.
create table shift_template (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  shifts          jsonb not null,
  changed_at      timestamptz not null,
  removed_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);
create unique index shift_template_name on shift_template (tenant_id, organization_id, name) where removed_at is null;

-- The template whose shifts every day of a series receives, those that are added later too.
create table series_shifts (
  tenant_id   uuid not null,
  series_id   uuid not null,
  template_id uuid not null,
  primary key (tenant_id, series_id),
  foreign key (tenant_id, series_id) references activity_series,
  foreign key (tenant_id, template_id) references shift_template
);
create index series_shifts_template on series_shifts (tenant_id, template_id);

call protect('shift_template', 'series_shifts');
