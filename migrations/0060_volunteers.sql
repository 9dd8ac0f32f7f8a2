-- Who entered a qualification: somebody else confirms it.
alter table qualification add column entered_by uuid;

-- What a volunteer wishes for; who has no row wishes for nothing in particular.
create table volunteer (
  tenant_id     uuid not null,
  person_id     uuid not null,
  weekly_asks   integer not null default 2 check (weekly_asks between 0 and 14),
  place_ids     uuid[] not null default '{}',
  companion_ids uuid[] not null default '{}',
  wished_times  text[] not null default '{}',
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);

-- When somebody can come: a weekly pattern, and days that differ from it. A day ends at 24:00.
create table availability (
  tenant_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  weekday   integer check (weekday between 1 and 7),
  date      date,
  from_time time not null,
  to_time   time not null check (to_time > from_time),
  available boolean not null default true,
  primary key (tenant_id, id),
  check (num_nonnulls(weekday, date) = 1),
  check (available or date is not null),
  foreign key (tenant_id, person_id) references person
);
create index availability_person on availability (tenant_id, person_id);

-- People who do not serve together: for coordinators' eyes alone.
create table kept_apart (
  tenant_id uuid not null,
  id        uuid not null,
  one_id    uuid not null,
  other_id  uuid not null,
  reason    text,
  noted_by  uuid not null,
  noted_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (tenant_id, one_id) references person,
  foreign key (tenant_id, other_id) references person
);
create index kept_apart_other on kept_apart (tenant_id, other_id);

create table team_request (
  tenant_id  uuid not null,
  id         uuid not null,
  team_id    uuid not null,
  person_id  uuid not null,
  kind       text not null check (kind in ('request', 'invitation')),
  state      text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  message    text,
  asked_by   uuid not null,
  asked_at   timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'open') = (decided_at is null)),
  foreign key (tenant_id, team_id) references organization,
  foreign key (tenant_id, person_id) references person
);
-- One question at a time between a person and a team, whoever asks it.
create unique index team_request_open on team_request (tenant_id, team_id, person_id) where state = 'open';
create index team_request_person on team_request (tenant_id, person_id);

-- Somebody acts for an older neighbour who agreed to it.
create table helper_consent (
  tenant_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  helper_id uuid not null,
  given     text not null check (given in ('inPerson', 'byPhone', 'inWriting')),
  noted_at  timestamptz not null,
  noted_by  uuid not null,
  ended_at  timestamptz,
  primary key (tenant_id, id),
  check (person_id <> helper_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, helper_id) references person
);
create unique index helper_consent_open on helper_consent (tenant_id, person_id, helper_id) where ended_at is null;
create index helper_consent_helper on helper_consent (tenant_id, helper_id);

call protect('volunteer', 'availability', 'kept_apart', 'team_request', 'helper_consent');
