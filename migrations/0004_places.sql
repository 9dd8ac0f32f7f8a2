create table place (
  tenant_id       uuid not null,
  id              uuid not null,
  kind            text not null check (kind in ('station', 'room', 'address')),
  name            text not null,
  -- the station's organization, or whoever keeps the room
  organization_id uuid,
  parent_id       uuid,
  address         text,
  brand           text,
  area_m2         numeric check (area_m2 >= 0),
  room_count      integer check (room_count >= 0),
  capacity        integer check (capacity > 0),
  opening_hours   jsonb not null default '[]',
  latitude        double precision check (latitude between -90 and 90),
  longitude       double precision check (longitude between -180 and 180),
  search          text not null,
  closed_on       date,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, organization_id, parent_id, kind, name),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, parent_id) references place
);

create table equipment (
  tenant_id uuid not null,
  id        uuid not null,
  place_id  uuid not null,
  name      text not null,
  count     integer not null default 1 check (count > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references place
);

-- Rule 3: a room or a piece of equipment is never booked twice at the same time.
create table booking (
  tenant_id    uuid not null,
  id           uuid not null,
  place_id     uuid,
  equipment_id uuid,
  activity_id  uuid,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at),
  primary key (tenant_id, id),
  check (num_nonnulls(place_id, equipment_id) = 1),
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, equipment_id) references equipment,
  exclude using gist (tenant_id with =, place_id with =, tstzrange(starts_at, ends_at) with &&),
  exclude using gist (tenant_id with =, equipment_id with =, tstzrange(starts_at, ends_at) with &&)
);

call protect('place', 'equipment', 'booking');
