-- The bank of questions is the whole office's. What a question says, and what is right, stands in its versions: one is never
-- changed, so that an answer always meets the question that was asked.
create table question (
  tenant_id  uuid not null,
  id         uuid not null,
  kind       text not null check (kind in ('single', 'multiple', 'trueFalse', 'number', 'fill', 'order', 'match', 'text')),
  version    integer not null,
  retired_at timestamptz,
  primary key (tenant_id, id)
);

create table question_version (
  tenant_id   uuid not null,
  question_id uuid not null,
  number      integer not null,
  content     jsonb not null,
  keys        jsonb not null, -- what is right, and why: stays on the server until the quiz is over
  tags        text[] not null,
  difficulty  integer not null check (difficulty between 1 and 5),
  source      text not null,
  digest      text not null, -- of kind, content and keys: the same question is known again
  search      text not null,
  changed_by  uuid,
  changed_at  timestamptz not null,
  primary key (tenant_id, question_id, number),
  foreign key (tenant_id, question_id) references question,
  foreign key (tenant_id, changed_by) references person
);
create index question_version_digest on question_version (tenant_id, digest);

call protect('question', 'question_version');
revoke update, delete on question_version from linli_app;
