-- What somebody in a post answered for in one year, for them and for the named reviewers alone. It is about the work: there is no
-- column here for what a person is like, thinks or does at home. It is gone with the end of its term.
create table dossier (
  tenant_id       uuid not null,
  id              uuid not null,
  person_id       uuid not null, -- whose work it is about
  organization_id uuid not null, -- what they answered for in it and below
  year            integer not null check (year between 2000 and 2200),
  comment_by      date not null, -- until this day it waits for the words of whoever it is about
  erase_on        date not null check (erase_on > comment_by),
  handed_in_at    timestamptz,   -- by whoever it is about: nothing more to add
  changed_at      timestamptz not null, -- whoever writes and whoever closes change it, so that neither overlooks the other
  opened_by       uuid,
  opened_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, organization_id, year),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, opened_by) references person
);
create index dossier_erase on dossier (tenant_id, erase_on);

create table dossier_reviewer (
  tenant_id   uuid not null,
  dossier_id  uuid not null,
  reviewer_id uuid not null,
  primary key (tenant_id, dossier_id, reviewer_id),
  foreign key (tenant_id, dossier_id) references dossier,
  foreign key (tenant_id, reviewer_id) references person
);
create index dossier_reviewer_person on dossier_reviewer (tenant_id, reviewer_id);

-- The part that the holder writes, and their comments on the other parts. Nobody else writes anything.
create table dossier_text (
  tenant_id  uuid not null,
  dossier_id uuid not null,
  part       text not null check (part in ('own', 'duties', 'objectives', 'findings', 'training')),
  words      text not null check (words <> ''),
  primary key (tenant_id, dossier_id, part),
  foreign key (tenant_id, dossier_id) references dossier
);

-- As it was when it was closed, with the ids of the records that its figures were counted from.
create table dossier_closing (
  tenant_id  uuid not null,
  dossier_id uuid not null,
  content    jsonb not null,
  texts      jsonb not null,
  counts     jsonb not null,
  closed_by  uuid not null,
  closed_at  timestamptz not null,
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references dossier,
  foreign key (tenant_id, closed_by) references person
);

call protect('dossier', 'dossier_reviewer', 'dossier_text', 'dossier_closing');
-- It may be erased, and never be changed.
revoke update on dossier_closing from linli_app;
