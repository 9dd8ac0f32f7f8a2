-- A form that somebody demands of the office, kept to be filled for any period on one part of the tree.
create table form (
  tenant_id       uuid not null,
  id              uuid not null,
  organization_id uuid not null,
  name            text not null check (name <> ''),
  -- who demands it; '' when nobody said
  sender          text not null default '',
  created_by      uuid,
  created_at      timestamptz not null,
  retired_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, created_by) references person
);

-- Each blank that came under its name: the file (in the file store) and what each of its places asks.
create table form_version (
  tenant_id  uuid not null,
  id         uuid not null,
  form_id    uuid not null,
  number     integer not null check (number > 0),
  file_hash  text not null,
  file_name  text not null,
  bindings   jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, form_id, number),
  foreign key (tenant_id, form_id) references form,
  foreign key (tenant_id, created_by) references person
);

-- What somebody said a label means under a title: the next form with it is bound by it.
create table form_lesson (
  tenant_id uuid not null,
  id        uuid not null,
  label     text not null,
  title     text not null,
  content   jsonb not null,
  taught_by uuid,
  taught_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, label, title),
  foreign key (tenant_id, taught_by) references person
);

-- A filled form: its file, and for each of its places the question and the value, or why it stayed empty.
create table form_fill (
  tenant_id  uuid not null,
  id         uuid not null,
  version_id uuid not null,
  period     text not null,
  file_hash  text not null,
  cells      jsonb not null,
  filled_by  uuid,
  filled_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references form_version,
  foreign key (tenant_id, filled_by) references person
);
create index form_fill_version on form_fill (tenant_id, version_id, filled_at desc);

call protect('form', 'form_version', 'form_lesson', 'form_fill');
