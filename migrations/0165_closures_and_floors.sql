-- A place that must not be used until something is put right; how long is not known. `source_id` is what was found there:
-- no reference, it belongs to whoever found it.
create table place_closure (
  tenant_id uuid not null,
  id        uuid not null,
  place_id  uuid not null,
  source_id uuid not null,
  reason    text not null check (reason <> ''),
  closed_by uuid,
  closed_at timestamptz not null,
  opened_by uuid,
  opened_at timestamptz check (opened_at >= closed_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, closed_by) references person,
  foreign key (tenant_id, opened_by) references person
);
create unique index place_closure_open on place_closure (tenant_id, place_id, source_id) where opened_at is null;

-- The picture of a station's floor, or a room's: `file` is the hash of its content in the file store.
create table floor_picture (
  tenant_id uuid not null,
  place_id  uuid not null,
  file      text not null check (file ~ '^[0-9a-f]{64}$'),
  type      text not null check (type in ('png', 'jpg')),
  width     integer not null check (width > 0),
  height    integer not null check (height > 0),
  added_by  uuid,
  added_at  timestamptz not null,
  primary key (tenant_id, place_id),
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, added_by) references person
);

call protect('place_closure', 'floor_picture');
