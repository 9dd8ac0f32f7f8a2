-- A tablet at a station's door. It knows its own secret and nobody's name.
create table kiosk (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  code_hash       bytea,             -- the one-time code, until it is used
  code_until      timestamptz,
  token_hash      bytea,             -- what the tablet holds from then on
  created_by      uuid,
  created_at      timestamptz not null,
  enrolled_at     timestamptz,
  seen_at         timestamptz,
  revoked_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, organization_id) references organization
);

-- Somebody came or went. The id is made where it happens, so the same one sent twice is one record. What happened stays as it
-- was told; only its standing is decided.
create table door_event (
  tenant_id   uuid not null,
  id          uuid not null,
  activity_id uuid not null,
  person_id   uuid,                  -- null: a code that no person of ours has
  code        text not null default '',
  direction   text not null check (direction in ('in', 'out')),
  at          timestamptz not null,  -- the device's clock put right by its last contact
  device_at   timestamptz not null,  -- what the device's own clock said
  received_at timestamptz not null,
  way         text not null check (way in ('doorCode', 'ownCode', 'list')),
  kiosk_id    uuid,
  recorded_by uuid,
  conflicts   text[] not null default '{}',
  state       text not null check (state in ('stands', 'doubtful', 'dropped')),
  decided_by  uuid,
  decided_at  timestamptz,
  primary key (tenant_id, id),
  check (person_id is not null or (code <> '' and state <> 'stands')),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, kiosk_id) references kiosk
);
create index door_event_activity on door_event (tenant_id, activity_id, person_id, at);
create index door_event_person on door_event (tenant_id, person_id, at) where state = 'stands';

-- Where minutes served come from. Nothing else writes hours; participation.minutes is the sum of what is approved here.
create table hours_entry (
  tenant_id   uuid not null,
  id          uuid not null,
  activity_id uuid not null,
  person_id   uuid not null,
  origin      text not null check (origin in ('door', 'correction', 'ledger')),
  minutes     integer not null check (minutes between -1440 and 1440),
  state       text not null check (state in ('open', 'approved', 'refused', 'replaced')),
  in_event    uuid,
  out_event   uuid,
  reason      text,
  entered_by  uuid,
  entered_at  timestamptz not null,
  decided_by  uuid,
  decided_at  timestamptz,
  decision    text,
  primary key (tenant_id, id),
  -- a second person's approval, and never one's own hours
  check (decided_by is null or decided_by is distinct from entered_by),
  check (decided_by is null or decided_by <> person_id),
  check (origin <> 'correction' or (reason is not null and entered_by is not null)),
  check (origin <> 'correction' or state in ('open', 'replaced') or decided_by is not null),
  check (origin <> 'door' or (in_event is not null and out_event is not null)),
  check (origin = 'correction' or minutes >= 0),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, in_event) references door_event,
  foreign key (tenant_id, out_event) references door_event
);
create index hours_entry_person on hours_entry (tenant_id, person_id, activity_id);
create index hours_entry_activity on hours_entry (tenant_id, activity_id, person_id);
create index hours_entry_open on hours_entry (tenant_id, entered_at) where state = 'open';
create unique index hours_entry_ledger on hours_entry (tenant_id, activity_id, person_id)
  where origin = 'ledger' and state = 'approved';
create unique index hours_entry_asked on hours_entry (tenant_id, activity_id, person_id)
  where origin = 'correction' and state = 'open';

-- What was written down before hours said where they come from. The owner sees all tenants for this one statement.
alter table participation no force row level security;
alter table activity no force row level security;
insert into hours_entry (tenant_id, id, activity_id, person_id, origin, minutes, state, entered_by, entered_at)
select p.tenant_id, gen_random_uuid(), p.activity_id, p.person_id, 'ledger', p.minutes, 'approved', p.recorded_by, p.recorded_at
from participation p join activity a on a.tenant_id = p.tenant_id and a.id = p.activity_id
where p.minutes is not null;
alter table participation force row level security;
alter table activity force row level security;

-- A code that is typed names a person by the end of their id.
create index person_code on person (tenant_id, right(id::text, 10));

call protect('kiosk', 'door_event', 'hours_entry');
