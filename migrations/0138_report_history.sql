-- Which pieces of the shared document a change removed: [writer, from, length] each, as `wrote` says which it added. From
-- both, and because removed pieces keep their words, the text of any moment can be read.
alter table report_update add removed jsonb not null default '[]';

-- A moment of a report that somebody gave a name: what it said after the change `seq`.
create table report_version (
  tenant_id uuid not null,
  id        uuid not null,
  report_id uuid not null,
  seq       integer not null check (seq >= 0),
  name      text not null check (name <> ''),
  named_by  uuid,
  named_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, named_by) references person
);
create index report_version_of on report_version (tenant_id, report_id, seq desc);

call protect('report_version');
