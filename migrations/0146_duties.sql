-- What somebody has to answer for in a part of the tree, in words; who holds it and who stands in, each from a day to a day.
create table duty (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null, -- it and all below
  name            text not null check (name <> ''),
  about           text not null default '',
  from_date       date not null,
  to_date         date check (to_date > from_date),
  removed_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);
create index duty_organization on duty (tenant_id, organization_id);

create table duty_holding (
  tenant_id       uuid not null,
  id              uuid not null,
  duty_id         uuid not null,
  person_id       uuid not null,
  seat            text not null check (seat in ('holder', 'deputy')),
  from_date       date not null,
  to_date         date check (to_date > from_date),
  acknowledged_at timestamptz, -- by the person
  primary key (tenant_id, id),
  foreign key (tenant_id, duty_id) references duty,
  foreign key (tenant_id, person_id) references person,
  -- one holder and one deputy at a time
  exclude using gist (tenant_id with =, duty_id with =, seat with =, daterange(from_date, to_date) with &&)
);
create index duty_holding_person on duty_holding (tenant_id, person_id);

-- Duties of one person go to another on a day; both sign what was open then.
create table hand_over (
  tenant_id   uuid not null,
  id          uuid not null,
  from_person uuid not null,
  to_person   uuid not null check (to_person <> from_person),
  on_date     date not null,
  duty_ids    uuid[] not null check (cardinality(duty_ids) > 0),
  note        text not null default '',
  -- as it stood when the second of them signed
  open_things jsonb,
  given_at    timestamptz,
  taken_at    timestamptz,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  check ((open_things is not null) = (given_at is not null and taken_at is not null)),
  foreign key (tenant_id, from_person) references person,
  foreign key (tenant_id, to_person) references person,
  foreign key (tenant_id, created_by) references person
);

call protect('duty', 'duty_holding', 'hand_over');
