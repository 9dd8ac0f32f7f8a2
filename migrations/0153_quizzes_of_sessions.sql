-- A session's short quiz: whoever makes the session up passes it. No reference: quizzes come later in the sequence.
alter table study_session add column quiz_id uuid;
