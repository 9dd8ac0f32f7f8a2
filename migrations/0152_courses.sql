-- What some people must have learnt. Who they are is a rule, asked of the records each time; what is kept of a person is when they came in.
create table course (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  about           text,
  due_days        integer check (due_days between 1 and 3650),
  due_date        date,
  renew_months    integer check (renew_months between 1 and 120),
  audience        jsonb not null default '[]', -- any of: all of these conditions; nobody while it is empty
  next_audience   jsonb, -- written down, its differences shown, not in force yet
  opened_at       timestamptz,
  closed_at       timestamptz,
  changed_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization,
  check (num_nonnulls(due_days, due_date) = 1)
);

-- In their order. What a part asks for stands in the columns of its kind.
create table course_part (
  tenant_id   uuid not null,
  id          uuid not null,
  course_id   uuid not null,
  position    integer not null,
  kind        text not null check (kind in ('reading', 'video', 'session', 'quiz', 'signOff')),
  title       text not null check (title <> ''),
  body        text check (body <> ''),
  url         text check (url like 'https://%'),
  file_hash   text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name   text,
  topic       text check (topic <> ''),
  activity_id uuid,
  quiz_id     uuid,
  signer_id   uuid,
  removed_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references course,
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, signer_id) references person,
  check ((file_hash is null) = (file_name is null)),
  check ((kind = 'session') = (num_nonnulls(topic, activity_id) = 1)),
  check ((kind = 'quiz') = (quiz_id is not null)),
  check ((kind = 'signOff') = (signer_id is not null))
);
create index course_part_course on course_part (tenant_id, course_id);

-- Since when somebody is in the audience. `done_on`: the last time that all parts were done; what is renewed is due again from there.
create table course_member (
  tenant_id       uuid not null,
  id              uuid not null,
  course_id       uuid not null,
  person_id       uuid not null,
  organization_id uuid, -- where they were when they came in
  entered_on      date not null,
  left_on         date,
  due_on          date not null,
  done_on         date,
  primary key (tenant_id, id),
  unique (tenant_id, course_id, person_id),
  foreign key (tenant_id, course_id) references course,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization
);
create index course_member_person on course_member (tenant_id, person_id);

create table course_progress (
  tenant_id uuid not null,
  part_id   uuid not null,
  person_id uuid not null,
  done_on   date not null,
  signed_by uuid,
  primary key (tenant_id, part_id, person_id),
  foreign key (tenant_id, part_id) references course_part,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, signed_by) references person
);

-- Somebody need not do it, for a reason, once a second person says so.
create table course_exemption (
  tenant_id  uuid not null,
  id         uuid not null,
  course_id  uuid not null,
  person_id  uuid not null,
  reason     text not null check (reason <> ''),
  asked_by   uuid not null,
  asked_at   timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  granted    boolean,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references course,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, asked_by) references person,
  foreign key (tenant_id, decided_by) references person,
  check (decided_by <> asked_by and decided_by <> person_id),
  check (num_nonnulls(decided_by, decided_at, granted) in (0, 3))
);
create unique index course_exemption_open on course_exemption (tenant_id, course_id, person_id) where granted is not false;

-- An audience of those whose post began of late, and of a role at a node and below.
create index membership_began on membership (tenant_id, from_date);
create index membership_role on membership (tenant_id, role, from_date);

call protect('course', 'course_part', 'course_member', 'course_progress', 'course_exemption');
