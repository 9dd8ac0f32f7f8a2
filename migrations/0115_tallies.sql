-- What changed of that which facts count: written by whoever changed it, in the same transaction, and taken away once the
-- months that it reaches are counted again. Only ever added to, so nobody waits for anybody. Without a key and a moment it reaches all.
create table change_mark (
  tenant_id  uuid not null,
  id         uuid not null,
  table_name text not null,
  key        uuid,
  at         timestamptz,
  primary key (tenant_id, id)
);

-- Up to which month (not included) a fact's rows are counted, and by which definition of it.
create table tally_state (
  tenant_id  uuid not null,
  fact       text not null,
  definition text not null,
  counted_to text not null,
  primary key (tenant_id, fact)
);

-- The rows of one month at one node of the tree and below, by the values of the fact's columns of few values.
create table tally (
  tenant_id   uuid not null,
  fact        text not null,
  path        text not null,
  month       text not null,
  combination text[] not null,
  records     bigint not null,
  sums        bigint[] not null,
  primary key (tenant_id, fact, path, month, combination)
);

-- Which different values (people, topics …) those rows have: pairs of a word's number (4 bytes) and its 64 bits.
create table tally_set (
  tenant_id   uuid not null,
  fact        text not null,
  field       text not null,
  path        text not null,
  month       text not null,
  combination text[] not null,
  members     bytea not null,
  primary key (tenant_id, fact, field, path, month, combination)
);

-- The number by which a value stands in those sets.
create table tally_member (
  tenant_id uuid not null,
  fact      text not null,
  field     text not null,
  value     text not null,
  ordinal   integer not null,
  primary key (tenant_id, fact, field, value),
  unique (tenant_id, fact, field, ordinal)
);

call protect('change_mark', 'tally_state', 'tally', 'tally_set', 'tally_member');

-- What lasts longer than a day is found by its end, everything else by its beginning.
create index activity_long on activity (tenant_id, ends_at) where ends_at - starts_at > interval '24 hours';
