-- What people say to one another about a place in a report. Where it stands the text itself knows: it carries the thread's
-- id as a mark. `quote` is what stood there when it was begun.
create table report_thread (
  tenant_id   uuid not null,
  id          uuid not null,
  report_id   uuid not null,
  quote       text not null,
  begun_by    uuid,
  begun_at    timestamptz not null,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, begun_by) references person,
  foreign key (tenant_id, resolved_by) references person
);
create index report_thread_of on report_thread (tenant_id, report_id);

create table report_comment (
  tenant_id  uuid not null,
  id         uuid not null,
  thread_id  uuid not null,
  person_id  uuid,
  text       text not null check (text <> ''),
  at         timestamptz not null,
  edited_at  timestamptz,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references report_thread,
  foreign key (tenant_id, person_id) references person
);
create index report_comment_of on report_comment (tenant_id, thread_id, at);

-- A picture that was taken in for reports: `file` is the hash of its content in the file store.
create table report_picture (
  tenant_id uuid not null,
  file      text not null check (file ~ '^[0-9a-f]{64}$'),
  type      text not null check (type in ('png', 'jpg')),
  width     integer not null check (width > 0),
  height    integer not null check (height > 0),
  added_by  uuid,
  added_at  timestamptz not null,
  primary key (tenant_id, file),
  foreign key (tenant_id, added_by) references person
);

call protect('report_thread', 'report_comment', 'report_picture');
