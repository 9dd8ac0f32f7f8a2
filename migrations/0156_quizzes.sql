-- A quiz says how questions are drawn; who sits it draws once, at the start, and keeps that draw.
create table quiz (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  about           text not null,
  fixed           jsonb not null, -- [{questionId, points}] in their order
  draws           jsonb not null, -- [{tags, difficulties, count, points}]
  shuffle         boolean not null, -- the questions
  shuffle_options boolean not null,
  minutes         integer check (minutes > 0), -- no limit
  attempts        integer check (attempts > 0), -- any number
  pass_percent    integer not null check (pass_percent between 0 and 100),
  feedback        text not null check (feedback in ('never', 'afterAttempt', 'afterEnd')),
  opens_at        timestamptz,
  closes_at       timestamptz check (closes_at > opens_at),
  listed          boolean not null, -- to be found by everybody in the organization; else only by whom it is given to
  published_at    timestamptz,
  retired_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);
create index quiz_organization on quiz (tenant_id, organization_id);

create table quiz_extra (
  tenant_id uuid not null,
  quiz_id   uuid not null,
  person_id uuid not null,
  minutes   integer not null check (minutes > 0),
  primary key (tenant_id, quiz_id, person_id),
  foreign key (tenant_id, quiz_id) references quiz,
  foreign key (tenant_id, person_id) references person
);

create table quiz_attempt (
  tenant_id    uuid not null,
  id           uuid not null,
  quiz_id      uuid not null,
  person_id    uuid not null,
  number       integer not null,
  seed         text not null,
  drawn        jsonb not null, -- [{questionId, version, points, options, targets}] as they were shown
  size         integer not null,
  started_at   timestamptz not null,
  ends_at      timestamptz,
  submitted_at timestamptz,
  score        double precision, -- null until all is marked
  most         double precision not null,
  passed       boolean,
  primary key (tenant_id, id),
  unique (tenant_id, quiz_id, person_id, number),
  foreign key (tenant_id, quiz_id) references quiz,
  foreign key (tenant_id, person_id) references person
);
create unique index quiz_attempt_open on quiz_attempt (tenant_id, quiz_id, person_id) where submitted_at is null;
create index quiz_attempt_person on quiz_attempt (tenant_id, person_id, started_at desc);
create index quiz_attempt_due on quiz_attempt (tenant_id, ends_at) where submitted_at is null;

create table quiz_answer (
  tenant_id  uuid not null,
  attempt_id uuid not null,
  position   integer not null,
  answer     text[] not null, -- as it was given: what was shown has numbers, not names
  given_at   timestamptz not null, -- on the clock of whoever answered
  counter    integer not null,
  saved_at   timestamptz not null,
  share      double precision check (share between 0 and 1), -- marked by hand
  marked_by  uuid,
  marked_at  timestamptz,
  primary key (tenant_id, attempt_id, position),
  foreign key (tenant_id, attempt_id) references quiz_attempt,
  foreign key (tenant_id, marked_by) references person
);

call protect('quiz', 'quiz_extra', 'quiz_attempt', 'quiz_answer');
