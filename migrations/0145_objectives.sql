-- What a part of the tree means to reach in a year. With an indicator its state follows from the records of that part; without
-- one, from evidence that a second person confirmed.
create table objective (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  year            integer not null check (year between 2000 and 2200),
  title           text not null check (title <> ''),
  holder_id        uuid not null, -- who can act
  parent_id       uuid,          -- the objective of a part above that it helps to reach
  indicator_id    uuid,          -- no reference: an indicator that comes with Linli may have no row
  sense           text not null check (sense in ('atLeast', 'atMost')),
  target          double precision not null check (target >= 0),
  -- what is to be reached by the end of each quarter; null: evenly over the year
  steps           double precision[] check (cardinality(steps) = 4),
  -- what part of the year's sum earlier years had by the end of each month; null: they say nothing
  curve           double precision[] check (cardinality(curve) = 12),
  -- as it was when it was last judged, and since which day it is so
  state           text not null check (state in ('met', 'onTrack', 'atRisk', 'late')),
  since           date not null,
  created_by      uuid,
  created_at      timestamptz not null,
  removed_at      timestamptz,
  primary key (tenant_id, id),
  check (indicator_id is not null or (sense = 'atLeast' and target = trunc(target))),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, holder_id) references person,
  foreign key (tenant_id, parent_id) references objective,
  foreign key (tenant_id, created_by) references person
);
create index objective_year on objective (tenant_id, year, organization_id) where removed_at is null;
create index objective_parent on objective (tenant_id, parent_id) where parent_id is not null;

create table objective_evidence (
  tenant_id    uuid not null,
  id           uuid not null,
  objective_id uuid not null,
  what         text not null check (what <> ''),
  on_date      date not null,
  file_hash    text,
  file_name    text,
  entered_by   uuid not null,
  entered_at   timestamptz not null,
  confirmed_by uuid check (confirmed_by <> entered_by), -- a second person, never oneself
  confirmed_at timestamptz,
  primary key (tenant_id, id),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((file_hash is null) = (file_name is null)),
  check (confirmed_by is null or file_hash is not null),
  foreign key (tenant_id, objective_id) references objective,
  foreign key (tenant_id, entered_by) references person,
  foreign key (tenant_id, confirmed_by) references person
);
create index objective_evidence_objective on objective_evidence (tenant_id, objective_id);

call protect('objective', 'objective_evidence');
