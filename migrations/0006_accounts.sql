-- Sign-in (better-auth's tables, in its own words). A login belongs to one person of one tenant; it is looked up
-- before a tenant is known, so these tables are not a tenant's, and only the serving role reads them.
create schema auth;
grant usage on schema auth to linli_app;

create table auth.user (
  id                 text primary key,
  name               text not null,
  email              text not null unique, -- an e-mail, or '13800000000@phone.invalid' for a phone number
  email_verified     boolean not null default false,
  image              text,
  two_factor_enabled boolean not null default false,
  tenant_id          uuid not null references tenant,
  person_id          uuid not null,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  foreign key (tenant_id, person_id) references person
);
create unique index user_of_person on auth.user (tenant_id, person_id);

create table auth.session (
  id         text primary key,
  token      text not null unique,
  user_id    text not null references auth.user on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);

create table auth.account (
  id                       text primary key,
  account_id               text not null,
  provider_id              text not null,
  user_id                  text not null references auth.user on delete cascade,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now()
);
create index account_of_user on auth.account (user_id);

create table auth.verification (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id           text primary key,
  user_id      text not null references auth.user on delete cascade,
  secret       text not null,
  backup_codes text not null,
  verified     boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_of_user on auth.two_factor (user_id);

-- Tries to sign in, by what they have in common (an address, a name), as a keyed digest: who tried is not kept.
create table auth.attempt (
  subject bytea primary key,
  count   integer not null,
  since   timestamptz not null
);

grant select, insert, update, delete on all tables in schema auth to linli_app;

-- Who may set up an installation that has no administrator yet.
create table setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null,
  used_at    timestamptz
);
grant select, insert, update, delete on setup_link to linli_app;
