-- The own stations and their rooms are looked at by a rhythm on the working calendar, or once when somebody wants to.
create table check_plan (
  tenant_id    uuid not null,
  id           uuid not null,
  checklist_id uuid not null,
  place_id     uuid not null,
  rule         text not null,
  first_date   date not null,
  on_holiday   text not null check (on_holiday in ('skip', 'nextWorkday', 'keep')),
  days         integer not null check (days between 0 and 60), -- so long it may be done after its day
  ended_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, checklist_id) references checklist,
  foreign key (tenant_id, place_id) references place
);

create table safety_check (
  tenant_id    uuid not null,
  id           uuid not null,
  plan_id      uuid,
  plan_date    date, -- the day the rule gave, whatever day it moved to
  checklist_id uuid not null,
  place_id     uuid not null,
  planned_on   date not null,
  due_on       date not null check (due_on >= planned_on),
  -- as it was handed in: once, under the key that the phone gave it
  version      integer,
  key          uuid,
  answers      jsonb,
  percent      numeric,
  passed       boolean,
  done_by      uuid,
  done_at      timestamptz, -- by the phone's clock, never later than it arrived
  arrived_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, plan_date),
  check (num_nonnulls(version, key, answers, passed, done_at, arrived_at) in (0, 6)),
  foreign key (tenant_id, plan_id) references check_plan,
  foreign key (tenant_id, checklist_id) references checklist,
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, done_by) references person
);
create index safety_check_due on safety_check (tenant_id, due_on);
create index safety_check_place on safety_check (tenant_id, place_id, planned_on);

-- `id` is made by the phone. A photo that a check speaks of and that has not come yet has no file.
create table check_photo (
  tenant_id   uuid not null,
  id          uuid not null,
  check_id    uuid not null,
  question_id text,
  file        text check (file ~ '^[0-9a-f]{64}$'),
  type        text check (type in ('png', 'jpg')),
  width       integer,
  height      integer,
  primary key (tenant_id, id),
  check (num_nonnulls(file, type, width, height) in (0, 4)),
  foreign key (tenant_id, check_id) references safety_check
);
create index check_photo_check on check_photo (tenant_id, check_id);

-- What was not in order: what became of it stands with the finding.
create table check_hazard (
  tenant_id   uuid not null,
  check_id    uuid not null,
  question_id text not null,
  finding_id  uuid not null,
  place_id    uuid not null,
  pin_x       numeric check (pin_x between 0 and 1), -- of the floor's width and height
  pin_y       numeric check (pin_y between 0 and 1),
  primary key (tenant_id, check_id, question_id),
  check ((pin_x is null) = (pin_y is null)),
  foreign key (tenant_id, check_id) references safety_check,
  foreign key (tenant_id, finding_id) references finding,
  foreign key (tenant_id, place_id) references place
);
create index check_hazard_finding on check_hazard (tenant_id, finding_id);

call protect('check_plan', 'safety_check', 'check_photo', 'check_hazard');
