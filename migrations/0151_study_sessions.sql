-- What a study session is about besides its time and place: who speaks, in which order, what was said and decided.
create table study_session (
  tenant_id     uuid not null,
  activity_id   uuid not null,
  lecturer_id   uuid,
  lecturer      text check (lecturer <> ''), -- somebody who is not in the office's list
  agenda        text[] not null default '{}',
  note_taker_id uuid, -- may write the minutes beside those who keep attendance
  minutes       text check (minutes <> ''),
  decisions     text[] not null default '{}',
  noted_by      uuid,
  noted_at      timestamptz,
  revision      integer not null default 0, -- raised when the minutes change
  primary key (tenant_id, activity_id),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, lecturer_id) references person,
  foreign key (tenant_id, note_taker_id) references person,
  foreign key (tenant_id, noted_by) references person,
  check (num_nonnulls(lecturer_id, lecturer) <= 1)
);

create table study_material (
  tenant_id       uuid not null,
  id              uuid not null,
  activity_id     uuid not null,
  position        integer not null,
  title           text not null check (title <> ''),
  url             text check (url like 'https://%'),
  body            text check (body <> ''),
  file_hash       text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name       text,
  reading_minutes integer not null check (reading_minutes between 1 and 600),
  removed_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, activity_id) references activity,
  check (num_nonnulls(url, body, file_hash) = 1 and (file_hash is null) = (file_name is null))
);
create index study_material_activity on study_material (tenant_id, activity_id);

-- Somebody says that they have read it.
create table study_reading (
  tenant_id   uuid not null,
  material_id uuid not null,
  person_id   uuid not null,
  read_at     timestamptz not null,
  primary key (tenant_id, material_id, person_id),
  foreign key (tenant_id, material_id) references study_material,
  foreign key (tenant_id, person_id) references person
);

-- Somebody was expected, did not come, and has read all of it in time. This is not attendance, and never becomes it.
create table made_up (
  tenant_id   uuid not null,
  id          uuid not null,
  activity_id uuid not null,
  person_id   uuid not null,
  made_up_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, activity_id, person_id),
  foreign key (tenant_id, activity_id) references activity,
  foreign key (tenant_id, person_id) references person
);
create index made_up_person on made_up (tenant_id, person_id);

call protect('study_session', 'study_material', 'study_reading', 'made_up');
