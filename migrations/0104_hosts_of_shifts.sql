-- A shift carries its activity's host, so that those of a few hosts are found without looking at everybody's. The database keeps
-- the two the same.
alter table activity add unique (tenant_id, id, host_id);
alter table shift add column host_id uuid;
alter table activity no force row level security;
alter table shift no force row level security;
update shift s set host_id = a.host_id from activity a where a.tenant_id = s.tenant_id and a.id = s.activity_id;
alter table activity force row level security;
alter table shift force row level security;
alter table shift
  alter column host_id set not null,
  add foreign key (tenant_id, activity_id, host_id) references activity (tenant_id, id, host_id) on update cascade;
create index shift_host on shift (tenant_id, host_id, starts_at, id) where cancelled_at is null;
