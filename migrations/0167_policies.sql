-- A rule of the office in words. Its versions stand beside one another; who must have read the latest is asked of the records each day.
create table policy (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null, -- for it and all below
  name            text not null check (name <> ''),
  audience        jsonb not null default '[]', -- any of: all of these conditions; nobody while it is empty
  removed_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);

create table policy_version (
  tenant_id     uuid not null,
  id            uuid not null,
  policy_id     uuid not null,
  number        integer not null check (number > 0),
  sections      jsonb not null, -- in order: key, heading, text; the key is the same as long as the section is
  in_force_from date not null,
  published_on  date, -- null: a draft
  published_by  uuid,
  primary key (tenant_id, id),
  unique (tenant_id, policy_id, number),
  check ((published_on is null) = (published_by is null)),
  foreign key (tenant_id, policy_id) references policy,
  foreign key (tenant_id, published_by) references person
);
create unique index policy_version_draft on policy_version (tenant_id, policy_id) where published_on is null;

-- From which day to which day somebody is asked to have read a version, and when they said so.
create table policy_reading (
  tenant_id       uuid not null,
  id              uuid not null,
  policy_id       uuid not null,
  version_id      uuid not null,
  person_id       uuid not null,
  organization_id uuid not null, -- where they stood when they were asked
  asked_on        date not null,
  ended_on        date, -- they left the audience, or a later version took its place
  read_on         date,
  reminded_on     date,
  primary key (tenant_id, id),
  foreign key (tenant_id, policy_id) references policy,
  foreign key (tenant_id, version_id) references policy_version,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization
);
create unique index policy_reading_open on policy_reading (tenant_id, version_id, person_id) where ended_on is null;
create index policy_reading_person on policy_reading (tenant_id, person_id);

-- A duty may come from a section of a policy.
alter table duty
  add column policy_id uuid,
  add column section_key uuid,
  add check (section_key is null or policy_id is not null),
  add foreign key (tenant_id, policy_id) references policy;

call protect('policy', 'policy_version', 'policy_reading');
