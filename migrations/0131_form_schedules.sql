-- A form that fills itself on the first working day after each of its periods, with the rights of the one who is told.
create table form_schedule (
  tenant_id uuid not null,
  id        uuid not null,
  form_id   uuid not null,
  rhythm    text not null check (rhythm in ('month', 'quarter', 'year')),
  person_id uuid not null,
  from_date date not null,
  ended_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, form_id) references form,
  foreign key (tenant_id, person_id) references person
);
create unique index form_schedule_open on form_schedule (tenant_id, form_id) where ended_at is null;

-- The fill that was made for a period: one, however often the clock asks.
create table form_scheduled (
  tenant_id   uuid not null,
  schedule_id uuid not null,
  period      text not null,
  fill_id     uuid not null,
  primary key (tenant_id, schedule_id, period),
  foreign key (tenant_id, schedule_id) references form_schedule,
  foreign key (tenant_id, fill_id) references form_fill
);

call protect('form_schedule', 'form_scheduled');
