-- Whoever serves requests owns nothing, bypasses nothing, and sees one tenant at a time.
do $$ begin
  create role linli_app login nobypassrls;
exception when duplicate_object then null; -- roles belong to the server, not to one database
end $$;
grant usage on schema public to linli_app;

create extension if not exists btree_gist;

create function current_tenant() returns uuid language sql stable
  return nullif(current_setting('app.tenant', true), '')::uuid;

-- Every tenant's table is made safe by this one call, last in the migration that creates it.
create procedure protect(variadic names text[]) language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    execute format('alter table %I alter tenant_id set default current_tenant()', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I using (tenant_id = current_tenant())', name);
    execute format('grant select, insert, update, delete on %I to linli_app', name);
  end loop;
end $$;

create table tenant (
  id         uuid primary key,
  name       text not null,
  slug       text not null unique,
  time_zone  text not null default 'Asia/Shanghai',
  language   text not null default 'zh-CN' check (language in ('en', 'zh-CN')),
  created_at timestamptz not null default now()
);
grant select, insert, update on tenant to linli_app;

-- Append-only: the serving role may add an entry, link it into the chain, or erase its detail; nothing else.
-- `digest` covers the salted detail, the chain covers the digest: a detail erased on request leaves the chain whole.
create table audit_entry (
  tenant_id    uuid not null,
  id           uuid not null,
  at           timestamptz not null,
  actor_id     uuid,
  action       text not null,
  subject_id   uuid,
  request_id   text,
  digest       bytea not null,
  salt         bytea,
  detail       jsonb,
  chain_number bigint,
  chain_hash   bytea,
  primary key (tenant_id, id),
  unique (tenant_id, chain_number)
);
create index audit_entry_unsealed on audit_entry (tenant_id, id) where chain_number is null;
create index audit_entry_subject on audit_entry (tenant_id, subject_id, at desc) where subject_id is not null;
call protect('audit_entry');
revoke update, delete on audit_entry from linli_app;
grant update (chain_number, chain_hash, salt, detail) on audit_entry to linli_app;
