-- What is looked at in checks and reviews is the whole office's. What a list asks stands in its versions: one is never
-- changed, so that an answer always meets the question that was asked.
create table checklist (
  tenant_id  uuid not null,
  id         uuid not null,
  name       text not null check (name <> ''),
  use        text not null check (use in ('safety', 'review')),
  version    integer not null,
  retired_at timestamptz,
  primary key (tenant_id, id)
);
create unique index checklist_name on checklist (tenant_id, use, name) where retired_at is null;

create table checklist_version (
  tenant_id    uuid not null,
  checklist_id uuid not null,
  number       integer not null,
  content      jsonb not null,
  changed_by   uuid,
  changed_at   timestamptz not null,
  primary key (tenant_id, checklist_id, number),
  foreign key (tenant_id, checklist_id) references checklist,
  foreign key (tenant_id, changed_by) references person
);

call protect('checklist', 'checklist_version');
