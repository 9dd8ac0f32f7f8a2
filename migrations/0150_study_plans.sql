-- What a group means to study in a year. What it has studied is read from the sessions held, never written down here.
create table study_plan (
  tenant_id  uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  year       integer not null check (year between 1900 and 2200),
  primary key (tenant_id, id),
  unique (tenant_id, group_id, year),
  foreign key (tenant_id, group_id) references people_group
);

-- One is being drafted at most. An agreed one never changes: a change is the next version, and says why.
create table study_plan_version (
  tenant_id  uuid not null,
  id         uuid not null,
  plan_id    uuid not null,
  number     integer not null check (number > 0),
  state      text not null check (state in ('draft', 'agreed')),
  reason     text check (reason <> ''),
  written_by uuid not null,
  written_at timestamptz not null,
  agreed_by  uuid,
  agreed_at  timestamptz,
  revision   integer not null default 0, -- raised by each change of a draft
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, number),
  foreign key (tenant_id, plan_id) references study_plan,
  foreign key (tenant_id, written_by) references person,
  foreign key (tenant_id, agreed_by) references person,
  check ((state = 'agreed') = (agreed_at is not null) and (agreed_at is null) = (agreed_by is null)),
  check (state = 'draft' or number = 1 or reason is not null)
);
create unique index study_plan_draft on study_plan_version (tenant_id, plan_id) where state = 'draft';

create table study_topic (
  tenant_id  uuid not null,
  version_id uuid not null,
  topic_id   uuid not null, -- the same in every version of the plan, whatever it is called
  position   integer not null,
  title      text not null check (title <> ''),
  aim        text,
  material   text,
  minutes    integer not null check (minutes between 1 and 60000),
  from_month integer not null check (from_month between 1 and 12),
  to_month   integer not null check (to_month between from_month and 12),
  primary key (tenant_id, version_id, topic_id),
  unique (tenant_id, version_id, title),
  foreign key (tenant_id, version_id) references study_plan_version
);

call protect('study_plan', 'study_plan_version', 'study_topic');
