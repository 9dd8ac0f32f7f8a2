-- What somebody is told in the application, and by which other ways it goes out to them.
create table notice (
  tenant_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  matter    text not null,
  key       text not null, -- of one matter the same key is told to one person once
  filling   jsonb not null,
  link      text,
  urgent    boolean not null default false,
  due_at    timestamptz not null,
  told_at   timestamptz,
  read_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, matter, key),
  foreign key (tenant_id, person_id) references person
);
create index notice_of_person on notice (tenant_id, person_id, due_at desc);
create index notice_unread on notice (tenant_id, person_id) where read_at is null;

-- Where somebody can be reached: a device that takes pushes, or a mailbox once its owner has confirmed it.
create table notice_address (
  tenant_id        uuid not null,
  id               uuid not null,
  person_id        uuid not null,
  kind             text not null check (kind in ('push', 'email')),
  address          text not null,
  keys             jsonb check ((keys is null) = (kind = 'email')),
  label            text,
  created_at       timestamptz not null,
  confirmed_at     timestamptz,
  confirm_hash     bytea,
  confirm_sent_at  timestamptz,
  unsubscribe_hash bytea,
  failed_at        timestamptz,
  failure          text,
  status           integer,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, kind, address),
  foreign key (tenant_id, person_id) references person
);
create index notice_address_unsubscribe on notice_address (tenant_id, unsubscribe_hash) where unsubscribe_hash is not null;
create index notice_address_confirm on notice_address (tenant_id, confirm_hash) where confirm_hash is not null;

-- When somebody wants quiet, and in which language they are told. Who has no row has the quiet hours of everybody.
create table notice_wish (
  tenant_id       uuid not null,
  person_id       uuid not null,
  quiet_from      time,
  quiet_to        time,
  language        text check (language in ('en', 'zh-CN')),
  confirm_sent_at timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person,
  check ((quiet_from is null) = (quiet_to is null))
);

-- Which ways a matter takes, where somebody wants other ones than are usual.
create table notice_choice (
  tenant_id uuid not null,
  person_id uuid not null,
  matter    text not null,
  channels  text[] not null,
  primary key (tenant_id, person_id, matter),
  foreign key (tenant_id, person_id) references person
);

create table notice_delivery (
  tenant_id   uuid not null,
  id          uuid not null,
  notice_id   uuid not null,
  address_id  uuid not null,
  begun_at    timestamptz not null,
  due_at      timestamptz not null,
  tries       integer not null default 0,
  sent_at     timestamptz,
  given_up_at timestamptz,
  failure     text,
  status      integer,
  primary key (tenant_id, id),
  unique (tenant_id, notice_id, address_id),
  foreign key (tenant_id, notice_id) references notice on delete cascade,
  foreign key (tenant_id, address_id) references notice_address on delete cascade
);
create index notice_delivery_of_address on notice_delivery (tenant_id, address_id);

-- Where another program is told, and with what it can tell that it was us.
create table webhook (
  tenant_id   uuid not null,
  id          uuid not null,
  url         text not null,
  secret      bytea not null, -- locked with the installation's secret
  events      text[] not null,
  created_by  uuid,
  created_at  timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references person
);

create table webhook_delivery (
  tenant_id   uuid not null,
  id          uuid not null,
  webhook_id  uuid not null,
  event       text not null,
  body        text not null,
  created_at  timestamptz not null,
  begun_at    timestamptz not null,
  due_at      timestamptz not null,
  tries       integer not null default 0,
  sent_at     timestamptz,
  given_up_at timestamptz,
  failure     text,
  status      integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_of_webhook on webhook_delivery (tenant_id, webhook_id, created_at desc);

call protect('notice', 'notice_address', 'notice_wish', 'notice_choice', 'notice_delivery', 'webhook', 'webhook_delivery');
