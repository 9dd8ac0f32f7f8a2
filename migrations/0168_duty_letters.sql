-- What a holder of a duty was given in writing, as it was said then; their name is looked up, so that it goes when they are forgotten.
create table duty_letter (
  tenant_id       uuid not null,
  id              uuid not null,
  holding_id      uuid not null,
  language        text not null,
  said            jsonb not null, -- duty, about, organization, policy, section
  template_hash   text check (template_hash ~ '^[0-9a-f]{64}$'), -- the office's own Word file; null: the official layout
  issued_on       date not null,
  issued_by       uuid not null,
  acknowledged_on date, -- by the holder
  primary key (tenant_id, id),
  foreign key (tenant_id, holding_id) references duty_holding,
  foreign key (tenant_id, issued_by) references person
);
create index duty_letter_holding on duty_letter (tenant_id, holding_id);

-- The office's own Word file for these letters; the latest that was not removed is used.
create table duty_letter_template (
  tenant_id  uuid not null,
  id         uuid not null,
  name       text not null check (name <> ''),
  file_hash  text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  added_by   uuid not null,
  added_at   timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, added_by) references person
);

call protect('duty_letter', 'duty_letter_template');
