-- What was asked of somebody is a span of days with the terms that held then: what changes begins another span, and none is written over.
alter table course_member no force row level security;
alter table course no force row level security;
alter table course_member add column from_on date;
alter table course_member add column renew_months integer check (renew_months between 1 and 120);
update course_member m set from_on = m.entered_on, renew_months = c.renew_months
  from course c where c.tenant_id = m.tenant_id and c.id = m.course_id;
alter table course_member alter column from_on set not null;
alter table course_member drop constraint course_member_tenant_id_course_id_person_id_key;
create unique index course_member_current on course_member (tenant_id, course_id, person_id) where left_on is null;

-- Each time that all parts were done, on which day.
create table course_completion (
  tenant_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  done_on   date not null,
  primary key (tenant_id, course_id, person_id, done_on),
  foreign key (tenant_id, course_id) references course,
  foreign key (tenant_id, person_id) references person
);
create index course_completion_person on course_completion (tenant_id, person_id);
insert into course_completion (tenant_id, course_id, person_id, done_on)
  select tenant_id, course_id, person_id, done_on from course_member where done_on is not null;
alter table course_member drop column done_on;
alter table course_member force row level security;
alter table course force row level security;

-- A session counts by its topic, by itself, or as any of its series.
alter table course_part add column series_id uuid;
alter table course_part drop constraint course_part_check1;
alter table course_part add constraint course_part_session check ((kind = 'session') = (num_nonnulls(topic, activity_id, series_id) = 1));
alter table course_part add foreign key (tenant_id, series_id) references activity_series;

call protect('course_completion');
