-- What was published stays as it was: nobody may change or remove it, the program included.
create table published_report (
  tenant_id    uuid not null,
  id           uuid not null,
  report_id    uuid not null,
  number       integer not null check (number > 0), -- the first, second … time that this report was published
  title        text not null,
  language     text not null check (language in ('en', 'zh-CN')),
  period       text not null,
  scope_id     uuid not null,
  settled      jsonb not null,
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  published_by uuid not null,
  published_at timestamptz not null,
  open         boolean not null default false, -- may everybody read it, with small numbers hidden?
  primary key (tenant_id, id),
  unique (tenant_id, report_id, number),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, scope_id) references organization,
  foreign key (tenant_id, published_by) references person
);
create index published_report_latest on published_report (tenant_id, published_at desc, id);

-- One count of it: the records that stood behind a figure, and what each of them gave.
create table published_count (
  tenant_id    uuid not null,
  published_id uuid not null,
  question     text not null,
  value        double precision,
  record_ids   text[] not null,
  amounts      double precision[], -- null where records are only counted
  primary key (tenant_id, published_id, question),
  foreign key (tenant_id, published_id) references published_report
);

create table published_file (
  tenant_id    uuid not null,
  published_id uuid not null,
  kind         text not null check (kind in ('docx', 'own', 'pdf', 'xlsx')),
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  name         text not null,
  faces        jsonb, -- of a PDF: the faces that were missing, and those that it is set in
  primary key (tenant_id, published_id, kind),
  foreign key (tenant_id, published_id) references published_report
);
create index published_file_hash on published_file (tenant_id, hash);

call protect('published_report', 'published_count', 'published_file');
revoke update, delete on published_report, published_count, published_file from linli_app;
grant update (open) on published_report to linli_app;
