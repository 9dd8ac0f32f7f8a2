-- A skill that a shift may ask for; some need proof, and some of those run out.
create table skill (
  tenant_id   uuid not null,
  id          uuid not null,
  name        text not null check (name <> ''),
  needs_proof boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table qualification (
  tenant_id    uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  skill_id     uuid not null,
  from_date    date not null,
  to_date      date check (to_date > from_date),
  proof_hash   text,
  proof_name   text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reminded_on  date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, skill_id) references skill
);
create index qualification_person on qualification (tenant_id, person_id, skill_id);
create index qualification_end on qualification (tenant_id, to_date) where to_date is not null;

-- Whoever is not of age serves with a guardian's consent. No date of birth is kept, only the day on which this ends.
create table minor (
  tenant_id       uuid not null,
  person_id       uuid not null,
  minor_until     date not null,
  guardian_name   text,
  guardian_at     timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);

-- What an organization asks of everybody, inherited downwards; null says nothing of it here.
create table service_rule (
  tenant_id       uuid not null,
  organization_id uuid not null,
  rest_minutes    integer check (rest_minutes >= 0),
  day_minutes     integer check (day_minutes > 0),
  week_minutes    integer check (week_minutes > 0),
  year_minutes    integer check (year_minutes > 0),
  late_hours      integer check (late_hours >= 0), -- a cancellation later than this before the start looks for cover
  primary key (tenant_id, organization_id),
  foreign key (tenant_id, organization_id) references organization
);

create table shift (
  tenant_id       uuid not null,
  id              uuid not null,
  activity_id     uuid not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null check (ends_at > starts_at),
  opens_at        timestamptz,
  closes_at       timestamptz,
  confirmation    text not null default 'first' check (confirmation in ('first', 'leader')),
  confirm_minutes integer not null default 720 check (confirm_minutes > 0), -- how long an offered place waits for a yes
  cancelled_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, activity_id) references activity
);
create index shift_time on shift (tenant_id, starts_at) where cancelled_at is null;
create index shift_activity on shift (tenant_id, activity_id);

create table shift_role (
  tenant_id uuid not null,
  id        uuid not null,
  shift_id  uuid not null,
  name      text not null check (name <> ''),
  skill_ids uuid[] not null default '{}',
  adults    boolean not null default false,
  least     integer not null default 0 check (least >= 0),
  target    integer not null check (target >= least),
  most      integer not null check (most >= target and most > 0),
  primary key (tenant_id, id),
  unique (tenant_id, shift_id, name),
  foreign key (tenant_id, shift_id) references shift
);

-- One person in one role of one shift. `arrival` orders the waiting list; times are the shift's own, kept here so that the
-- database itself holds that nobody is confirmed in two places at once (rule 2).
create sequence signup_arrival;
create table signup (
  tenant_id     uuid not null,
  id            uuid not null,
  shift_id      uuid not null,
  shift_role_id uuid not null,
  person_id     uuid not null,
  state         text not null check (state in ('waiting', 'asked', 'offered', 'confirmed', 'cancelled', 'declined')),
  arrival       bigint not null,
  at            timestamptz not null,
  changed_at    timestamptz not null,
  confirm_by    timestamptz,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  placed_by     uuid,             -- somebody else: a leader, or a helper with consent
  overruled     text[] not null default '{}',
  reason        text,
  primary key (tenant_id, id),
  foreign key (tenant_id, shift_id) references shift,
  foreign key (tenant_id, shift_role_id) references shift_role,
  foreign key (tenant_id, person_id) references person,
  exclude using gist (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('confirmed', 'offered'))
);
create unique index signup_once on signup (tenant_id, shift_id, person_id) where state not in ('cancelled', 'declined');
create index signup_role on signup (tenant_id, shift_role_id, state, arrival);
create index signup_person on signup (tenant_id, person_id, starts_at);
create index signup_offer on signup (tenant_id, confirm_by) where state = 'offered';
grant usage on sequence signup_arrival to linli_app;

call protect('skill', 'qualification', 'minor', 'service_rule', 'shift', 'shift_role', 'signup');
