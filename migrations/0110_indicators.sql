-- A question with a name: what it was called and asked at each version, none of which is ever written over.
create table indicator (
  tenant_id  uuid not null,
  id         uuid not null,
  owner_id   uuid not null, -- the organization whose definition it is
  name_en    text not null,
  name_zh    text not null,
  version    integer not null check (version > 0), -- the one that stands
  retired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references organization
);
create unique index indicator_name_en on indicator (tenant_id, lower(name_en)) where retired_at is null;
create unique index indicator_name_zh on indicator (tenant_id, name_zh) where retired_at is null;

create table indicator_version (
  tenant_id    uuid not null,
  indicator_id uuid not null,
  number       integer not null,
  name_en      text not null,
  name_zh      text not null,
  note_en      text not null, -- the office's own sentence, beside the one that is made of the question
  note_zh      text not null,
  fact         text not null,
  measure      text not null,
  filter       text not null,
  against      text check (against in ('yearBefore', 'periodBefore')),
  change_as    text check ((change_as is null) = (against is null) and change_as in ('difference', 'growth')),
  parts_by     text,
  saved_by     uuid,
  saved_at     timestamptz, -- nobody and never: it came with Linli
  primary key (tenant_id, indicator_id, number),
  foreign key (tenant_id, indicator_id) references indicator,
  foreign key (tenant_id, saved_by) references person
);

call protect('indicator', 'indicator_version');
revoke update, delete on indicator_version from linli_app;
