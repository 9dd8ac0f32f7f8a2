-- A place handed over: the other person agrees, then whoever leads the shift. With `for_signup` one place is given for another.
create table swap (
  tenant_id   uuid not null,
  id          uuid not null,
  from_signup uuid not null,
  to_person   uuid not null,
  for_signup  uuid,
  state       text not null default 'asked' check (state in ('asked', 'agreed', 'done', 'declined', 'withdrawn')),
  asked_at    timestamptz not null,
  answered_at timestamptz,
  decided_by  uuid,
  decided_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_signup) references signup,
  foreign key (tenant_id, for_signup) references signup,
  foreign key (tenant_id, to_person) references person
);
create unique index swap_open on swap (tenant_id, from_signup) where state in ('asked', 'agreed');
create index swap_person on swap (tenant_id, to_person, state);

-- Somebody was asked to step in after a late cancellation.
create table cover_ask (
  tenant_id     uuid not null,
  id            uuid not null,
  shift_id      uuid not null,
  shift_role_id uuid not null,
  person_id     uuid not null,
  asked_at      timestamptz not null,
  answer_by     timestamptz not null,
  answer        text check (answer in ('yes', 'no')),
  answered_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, shift_role_id, person_id),
  foreign key (tenant_id, shift_id) references shift,
  foreign key (tenant_id, shift_role_id) references shift_role,
  foreign key (tenant_id, person_id) references person
);
create index cover_ask_person on cover_ask (tenant_id, person_id, asked_at);

call protect('swap', 'cover_ask');
