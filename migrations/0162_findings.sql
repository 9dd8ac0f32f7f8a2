-- What is not in order, whoever found it: a check, a review, a meeting. It is open as long as one of its actions is.
create table finding (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  origin          text not null check (origin in ('check', 'review', 'meeting')),
  origin_id       uuid not null, -- no reference: it belongs to whoever raised it
  words           text not null check (words <> ''),
  grade           text check (grade in ('minor', 'major', 'danger')),
  place_id        uuid,
  fault           text check (fault <> ''), -- the kind of fault, in a word
  raised_by       uuid,
  raised_at       timestamptz not null,
  closed_by       uuid,
  closed_at       timestamptz,
  primary key (tenant_id, id),
  check (closed_at >= raised_at),
  check (closed_by is null or closed_at is not null),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, raised_by) references person,
  foreign key (tenant_id, closed_by) references person
);
create index finding_origin on finding (tenant_id, origin, origin_id);
create index finding_open on finding (tenant_id, organization_id) where closed_at is null;
create index finding_place on finding (tenant_id, place_id) where place_id is not null;

create table corrective_action (
  tenant_id  uuid not null,
  id         uuid not null,
  finding_id uuid not null,
  what       text not null check (what <> ''),
  owner_id   uuid not null,
  due_on     date not null,
  asked_due  date check (asked_due > due_on), -- more time is asked for, and nobody has answered yet
  done_by    uuid,
  done_at    timestamptz,
  closed_by  uuid check (closed_by <> owner_id and closed_by <> done_by), -- never by whoever answered for it or did it
  closed_at  timestamptz,
  primary key (tenant_id, id),
  check ((done_by is null) = (done_at is null)),
  check ((closed_by is null) = (closed_at is null)),
  check (closed_at is null or done_at is not null),
  foreign key (tenant_id, finding_id) references finding,
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, done_by) references person,
  foreign key (tenant_id, closed_by) references person
);
create index corrective_action_finding on corrective_action (tenant_id, finding_id);
create index corrective_action_owner on corrective_action (tenant_id, owner_id) where closed_at is null;
create index corrective_action_due on corrective_action (tenant_id, due_on) where done_at is null;

-- The story of a finding and its actions, and what shows that they are done.
create table finding_event (
  tenant_id  uuid not null,
  id         uuid not null,
  finding_id uuid not null,
  action_id  uuid, -- none: it happened to the finding itself
  kind       text not null check (kind in
    ('raised', 'given', 'evidence', 'done', 'closed', 'reopened', 'asked', 'extended', 'declined')),
  by_id      uuid,
  at         timestamptz not null,
  words      text not null default '',
  due_on     date, -- of an action that is raised, extended or reopened: its date from then on
  owner_id   uuid, -- of an action that is raised or given: whose it is from then on
  file_hash  text,
  file_name  text,
  primary key (tenant_id, id),
  check ((file_hash is null) = (file_name is null)),
  check (file_hash is null or kind = 'evidence'),
  foreign key (tenant_id, finding_id) references finding,
  foreign key (tenant_id, action_id) references corrective_action,
  foreign key (tenant_id, by_id) references person,
  foreign key (tenant_id, owner_id) references person
);
create index finding_event_finding on finding_event (tenant_id, finding_id, at);

call protect('finding', 'corrective_action', 'finding_event');
