-- When it was noted that a course was done: a certificate that was revoked since is not had again for the same.
alter table course_completion no force row level security;
alter table course_completion add column noted_at timestamptz;
update course_completion set noted_at = done_on;
alter table course_completion alter column noted_at set not null;
alter table course_completion force row level security;
