-- An office's own Word file with tags in braces, checked when it was taken in. Every version that was used stays.
create table word_template (
  tenant_id  uuid not null,
  id         uuid not null,
  name       text not null check (name <> ''),
  file_hash  text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  tags       text[] not null,
  added_by   uuid not null,
  added_at   timestamptz not null,
  retired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, added_by) references person
);

call protect('word_template');
