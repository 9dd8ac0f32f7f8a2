-- The office looks at a community's work with a checklist. Its figures are read from records until it is sent; then they stand, with the
-- ids of the records that they were counted from, and the community answers each finding before the review is final.
create table review (
  tenant_id         uuid not null,
  id                uuid not null,
  organization_id   uuid not null, -- whose work it is
  checklist_id      uuid not null,
  checklist_version integer not null,
  period            text not null, -- of its figures
  planned_on        date not null,
  reviewer_id       uuid not null,
  answers           jsonb not null default '{}', -- by the mark of the question
  more              jsonb not null default '[]', -- findings beside those of the list
  seen              text not null default '',
  figures           jsonb, -- as they were when it was sent, by the mark of the question
  counts            jsonb,
  sent_at           timestamptz,
  final_at          timestamptz check (final_at >= sent_at),
  final_by          uuid,
  removed_at        timestamptz check (removed_at is null or sent_at is null),
  created_at        timestamptz not null,
  primary key (tenant_id, id),
  check ((sent_at is null) = (figures is null) and (sent_at is null) = (counts is null)),
  check ((final_at is null) = (final_by is null) and (final_at is null or sent_at is not null)),
  foreign key (tenant_id, organization_id) references organization,
  foreign key (tenant_id, checklist_id, checklist_version) references checklist_version,
  foreign key (tenant_id, reviewer_id) references person,
  foreign key (tenant_id, final_by) references person
);
create index review_organization on review (tenant_id, organization_id, planned_on);

-- What a review found, and what the community says to it. What is put right, and by when, stands with the finding.
create table review_finding (
  tenant_id   uuid not null,
  review_id   uuid not null,
  finding_id  uuid not null,
  position    integer not null,
  question    text, -- the mark of the question; none: seen beside the list
  answer      text check (answer <> ''),
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, review_id, finding_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  foreign key (tenant_id, review_id) references review,
  foreign key (tenant_id, finding_id) references finding,
  foreign key (tenant_id, answered_by) references person
);

call protect('review', 'review_finding');
