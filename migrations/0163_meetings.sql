-- What a meeting (an activity of that kind) is about: who leads it, what is on its agenda, what was said and decided.
create table meeting (
  tenant_id    uuid not null,
  activity_id  uuid not null,
  chair_id     uuid,
  confirmed_by uuid check (confirmed_by = chair_id), -- by the chair alone; from then on nothing is changed
  confirmed_at timestamptz,
  file_hash    text, -- the minutes as they were confirmed
  primary key (tenant_id, activity_id),
  check (num_nonnulls(confirmed_by, confirmed_at, file_hash) in (0, 3)),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, chair_id) references person,
  foreign key (tenant_id, confirmed_by) references person
);

-- A point of the agenda. One about a finding or an objective has its id, so it stands on an agenda once.
create table meeting_item (
  tenant_id   uuid not null,
  activity_id uuid not null,
  id          uuid not null,
  kind        text not null check (kind in ('own', 'finding', 'objective')),
  position    integer not null,
  title       text not null check (title <> ''),
  minutes     text not null default '',
  revision    integer not null default 0, -- raised when its minutes change
  primary key (tenant_id, activity_id, id),
  foreign key (tenant_id, activity_id) references meeting
);

-- What was decided at a point: a finding that comes from this meeting.
create table meeting_decision (
  tenant_id   uuid not null,
  finding_id  uuid not null,
  activity_id uuid not null,
  item_id     uuid not null,
  primary key (tenant_id, finding_id),
  foreign key (tenant_id, finding_id) references finding,
  foreign key (tenant_id, activity_id, item_id) references meeting_item
);
create index meeting_decision_meeting on meeting_decision (tenant_id, activity_id);

call protect('meeting', 'meeting_item', 'meeting_decision');
