-- A report that is being written, on one part of the tree and for one period. Its text is what the updates make of it:
-- each is a change of the shared document (Yjs), in the order in which they came. `snapshot` holds those up to `snapshot_seq`.
create table report (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  language        text not null check (language in ('en', 'zh-CN')),
  title           text not null check (title <> ''),
  period          text not null,
  signer_id       uuid,
  created_by      uuid,
  created_at      timestamptz not null,
  changed_by      uuid,
  changed_at      timestamptz not null,
  deleted_at      timestamptz,
  seq             integer not null default 0,
  snapshot        bytea not null,
  snapshot_seq    integer not null default 0 check (snapshot_seq <= seq),
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, signer_id) references person,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person
);
create index report_changed on report (tenant_id, changed_at desc) where deleted_at is null;

create table report_template (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  language        text not null check (language in ('en', 'zh-CN')),
  name            text not null check (name <> ''),
  title           text not null check (title <> ''),
  document        jsonb not null,
  created_by      uuid,
  changed_at      timestamptz not null,
  retired_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, created_by) references person
);

call protect('report', 'report_template');
