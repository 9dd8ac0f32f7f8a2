-- A change of a report's text, in the order in which it came. `key` is the sender's, so that one sent again is one change;
-- `wrote` says which pieces of the shared document it added: [writer, from, length] each. Once its bytes are in the
-- report's snapshot the row keeps who and when.
create table report_update (
  tenant_id uuid not null,
  report_id uuid not null,
  seq       integer not null,
  key       text not null,
  person_id uuid,
  at        timestamptz not null,
  bytes     bytea,
  wrote     jsonb not null,
  primary key (tenant_id, report_id, seq),
  unique (tenant_id, report_id, key),
  foreign key (tenant_id, report_id) references report,
  foreign key (tenant_id, person_id) references person
);

call protect('report_update');
