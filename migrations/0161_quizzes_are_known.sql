-- Quizzes came later in the sequence than what ends with one.
alter table study_session add foreign key (tenant_id, quiz_id) references quiz;
alter table course_part add foreign key (tenant_id, quiz_id) references quiz;

-- A question of another program may ask several things at once.
alter table question drop constraint question_kind_check;
alter table question add constraint question_kind_check
  check (kind in ('single', 'multiple', 'trueFalse', 'number', 'fill', 'order', 'match', 'text', 'several'));
