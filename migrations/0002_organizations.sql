create table organization (
  tenant_id   uuid not null,
  id          uuid not null,
  parent_id   uuid,
  -- '/root/…/this/': a node's part of the tree is everything whose path begins with its own
  path        text not null,
  kind        text not null check (kind in ('province', 'city', 'district', 'subdistrict', 'community', 'station', 'team', 'partner')),
  name        text not null check (name <> ''),
  category    text check (category in ('policyTalks', 'artsAndCulture', 'popularScience', 'legalAid', 'healthAndEnvironment', 'helpingThoseInNeed', 'own')),
  external_id text,
  search      text not null,
  position    integer not null default 0,
  closed_on   date,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references organization,
  check (path like '%/' || id || '/')
);
create unique index organization_external_id on organization (tenant_id, external_id) where external_id is not null;
create unique index organization_name on organization (tenant_id, parent_id, kind, name) nulls not distinct where external_id is null;
create index organization_path on organization (tenant_id, path text_pattern_ops);
create index organization_parent on organization (tenant_id, parent_id, position, name);

create table person (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null,
  phone        text,
  email        text,
  search       text not null,
  created_at   timestamptz not null default now(),
  forgotten_at timestamptz,
  primary key (tenant_id, id)
);
create index person_phone on person (tenant_id, phone) where phone is not null;
create index person_name on person (tenant_id, name);

create table membership (
  tenant_id       uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  organization_id uuid not null,
  role            text not null check (role in ('administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff', 'volunteer', 'partnerLiaison', 'auditor')),
  title           text,
  from_date       date not null,
  to_date         date check (to_date > from_date),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization,
  -- the same role at the same place is held once at a time
  exclude using gist (tenant_id with =, person_id with =, organization_id with =, role with =, daterange(from_date, to_date) with &&)
);
create index membership_organization on membership (tenant_id, organization_id, from_date);

create table people_group (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  kind            text not null check (kind in ('study', 'working', 'cohort')),
  name            text not null,
  primary key (tenant_id, id),
  unique (tenant_id, organization_id, name),
  foreign key (tenant_id, organization_id) references organization
);

create table group_member (
  tenant_id uuid not null,
  id        uuid not null,
  group_id  uuid not null,
  person_id uuid not null,
  position  text not null default 'member' check (position in ('leader', 'deputy', 'member')),
  from_date date not null,
  to_date   date check (to_date > from_date),
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references people_group,
  foreign key (tenant_id, person_id) references person,
  exclude using gist (tenant_id with =, group_id with =, person_id with =, daterange(from_date, to_date) with &&)
);
create index group_member_person on group_member (tenant_id, person_id);

create table invitation (
  tenant_id  uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  token_hash bytea not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person
);

-- A day that differs from its weekday: a public holiday, or a weekend day worked to make up for one.
create table special_day (
  tenant_id uuid not null,
  date      date not null,
  name      text not null,
  works     boolean not null,
  primary key (tenant_id, date)
);
create table published_year (
  tenant_id uuid not null,
  year      integer not null,
  source    text,
  primary key (tenant_id, year)
);

call protect('organization', 'person', 'membership', 'people_group', 'group_member', 'invitation', 'special_day', 'published_year');
