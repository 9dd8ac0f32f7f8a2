-- A contest of individuals or teams in rounds; each round is a quiz within a time. Lots are drawn with a seed whose digest is shown from the
-- beginning and which itself is shown at the end.
create table contest (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  about           text not null,
  teams           boolean not null,
  prizes          jsonb not null, -- [{name, places}] from the first place on
  seed            text not null,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);

create table contest_round (
  tenant_id  uuid not null,
  contest_id uuid not null,
  number     integer not null,
  quiz_id    uuid not null,
  primary key (tenant_id, contest_id, number),
  unique (tenant_id, quiz_id),
  foreign key (tenant_id, contest_id) references contest,
  foreign key (tenant_id, quiz_id) references quiz
);

create table contest_team (
  tenant_id  uuid not null,
  id         uuid not null,
  contest_id uuid not null,
  name       text not null check (name <> ''),
  primary key (tenant_id, id),
  unique (tenant_id, contest_id, name),
  foreign key (tenant_id, contest_id) references contest
);

create table contest_entrant (
  tenant_id  uuid not null,
  contest_id uuid not null,
  person_id  uuid not null,
  team_id    uuid,
  primary key (tenant_id, contest_id, person_id),
  foreign key (tenant_id, contest_id) references contest,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, team_id) references contest_team
);

-- As it stood when the contest was finished; `contest verify` computes it again.
create table contest_place (
  tenant_id  uuid not null,
  contest_id uuid not null,
  place      integer not null,
  person_id  uuid,
  team_id    uuid,
  points     double precision not null,
  seconds    integer not null,
  by_lot     boolean not null,
  prize      text,
  primary key (tenant_id, contest_id, place),
  foreign key (tenant_id, contest_id) references contest,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, team_id) references contest_team,
  check ((person_id is null) <> (team_id is null))
);

call protect('contest', 'contest_round', 'contest_team', 'contest_entrant', 'contest_place');
