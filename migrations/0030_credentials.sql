-- The pairs of keys with which an office signs its certificates; one is in use, the former ones still verify.
create table credential_key (
  tenant_id   uuid not null,
  id          uuid not null,
  number      integer not null check (number > 0),
  controller  text not null, -- the issuer's address as the certificates name it
  public_key  text not null, -- as multibase: 'z6Mk…'
  private_key bytea not null, -- encrypted with a key that follows from the installation's secret
  created_by  uuid,
  created_at  timestamptz not null,
  retired_at  timestamptz check (retired_at >= created_at),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, public_key)
);
create unique index credential_key_in_use on credential_key (tenant_id) where retired_at is null;

create table credential (
  tenant_id       uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  organization_id uuid not null, -- on whose behalf
  key_id          uuid not null,
  kind            text not null check (kind in ('hours', 'course', 'contest')),
  title           text,
  from_date       date not null,
  to_date         date not null check (to_date >= from_date), -- the last day that counts
  minutes         integer check (minutes >= 0),
  roles           text[] not null default '{}',
  document        jsonb not null, -- as signed
  -- What the QR code on the paper says. In plain: who can read this row can read the certificate itself.
  token           text not null,
  status_list     integer not null check (status_list > 0),
  status_index    integer not null check (status_index between 0 and 131071),
  issued_by       uuid,
  issued_at       timestamptz not null,
  expires_at      timestamptz,
  revoked_at      timestamptz,
  revoked_by      uuid,
  revoke_reason   text,
  primary key (tenant_id, id),
  unique (tenant_id, token),
  unique (tenant_id, status_list, status_index),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, key_id) references credential_key,
  check ((revoked_at is null) = (revoke_reason is null))
);
create index credential_person on credential (tenant_id, person_id, issued_at desc);

call protect('credential_key', 'credential');
revoke delete on credential_key, credential from linli_app;
