create table import_run (
  tenant_id   uuid not null,
  id          uuid not null,
  started_by  uuid,
  started_at  timestamptz not null,
  finished_at timestamptz,
  state       text not null check (state in ('uploaded', 'mapped', 'trying', 'tried', 'importing', 'done', 'failed')),
  files       jsonb not null,
  mapping     jsonb,
  progress    jsonb,
  outcome     jsonb,
  primary key (tenant_id, id)
);

-- What a reader of this office once decided for a table with these headings.
create table import_mapping (
  tenant_id uuid not null,
  signature text not null,
  mapping   jsonb not null,
  used_at   timestamptz not null,
  primary key (tenant_id, signature)
);

-- Where a record came from, by the record's own kind and key.
create table import_source (
  tenant_id  uuid not null,
  record     text not null,
  record_id  uuid not null,
  run_id     uuid not null,
  file       text not null,
  sheet      text not null,
  row_number integer not null,
  primary key (tenant_id, record, record_id),
  foreign key (tenant_id, run_id) references import_run
);

call protect('import_run', 'import_mapping', 'import_source');
