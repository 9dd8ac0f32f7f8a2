create table activity_series (
  tenant_id    uuid not null,
  id           uuid not null,
  rule         text not null, -- an RFC 5545 RRULE
  first_date   date not null,
  starts       time not null,
  minutes      integer not null check (minutes > 0),
  -- what happens on a public holiday: left out, or moved to the next working day
  on_holiday   text not null check (on_holiday in ('skip', 'nextWorkday', 'keep')),
  on_makeup    boolean not null default true,
  template     jsonb not null,
  expanded_to  date,
  ended_at     timestamptz,
  primary key (tenant_id, id)
);

create table activity (
  tenant_id    uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('meeting', 'study', 'training', 'service', 'event', 'visit')),
  title        text not null check (title <> ''),
  topic        text,
  description  text,
  host_id      uuid not null,
  place_id     uuid,
  group_id     uuid,  -- whose members are expected
  series_id    uuid,
  series_date  date,  -- the day the rule gave, whatever day it moved to
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at),
  ledger_number text, -- the number the office's own ledger gives it
  sequence     integer not null default 0, -- RFC 5545 SEQUENCE: raised when time, place or state change
  changed_at   timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, series_id, series_date),
  foreign key (tenant_id, host_id) references organization,
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, group_id) references people_group,
  foreign key (tenant_id, series_id) references activity_series
);
create index activity_time on activity (tenant_id, starts_at);
create index activity_host on activity (tenant_id, host_id, starts_at);
create index activity_place on activity (tenant_id, place_id, starts_at);

create table activity_team (
  tenant_id       uuid not null,
  activity_id     uuid not null,
  organization_id uuid not null,
  primary key (tenant_id, activity_id, organization_id),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, organization_id) references organization
);
create index activity_team_organization on activity_team (tenant_id, organization_id);

-- One person at one activity, once. `minutes` is what counts as hours served; null until known.
create table participation (
  tenant_id   uuid not null,
  activity_id uuid not null,
  person_id   uuid not null,
  status      text not null check (status in ('invited', 'registered', 'waitlisted', 'confirmed', 'cancelled', 'attended', 'late', 'excused', 'absent')),
  minutes     integer check (minutes between 0 and 1440),
  note        text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  id          uuid not null,
  primary key (tenant_id, activity_id, person_id),
  unique (tenant_id, id),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, person_id) references person
);
create index participation_person on participation (tenant_id, person_id);

-- A secret link to somebody's calendar: a person's own, or an organization's.
create table calendar_feed (
  tenant_id       uuid not null,
  id              uuid not null,
  token_hash      bytea not null,
  person_id       uuid,
  organization_id uuid,
  created_by      uuid,
  created_at      timestamptz not null,
  revoked_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  check (num_nonnulls(person_id, organization_id) = 1),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization
);

alter table booking add foreign key (tenant_id, activity_id) references activity;

call protect('activity_series', 'activity', 'activity_team', 'participation', 'calendar_feed');
