-- A contest may be called off, for a reason. Its quizzes are free for another then: that one quiz is a round of one contest only
-- is judged while the quiz is held still.
alter table contest add column cancelled_at timestamptz, add column cancel_reason text check (cancel_reason <> '');
alter table contest add check ((cancelled_at is null) = (cancel_reason is null)), add check (num_nonnulls(finished_at, cancelled_at) < 2);
alter table contest_round drop constraint contest_round_tenant_id_quiz_id_key;
create index contest_round_quiz on contest_round (tenant_id, quiz_id);
