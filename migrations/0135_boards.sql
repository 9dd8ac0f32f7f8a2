-- A board of figures: for one role or for everybody, about one part of the tree or about whatever the reader may count.
-- Those that come with Linli have rows only once an office has changed one.
create table board (
  tenant_id       uuid not null,
  id              uuid not null,
  name_en         text not null check (name_en <> ''),
  name_zh         text not null check (name_zh <> ''),
  role            text,
  organization_id uuid,
  position        integer not null,
  removed_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organization
);

create table board_card (
  tenant_id    uuid not null,
  id           uuid not null,
  board_id     uuid not null,
  indicator_id uuid, -- no reference: an indicator that comes with Linli may have no row
  question     text, -- as in an address, without period and scope
  drawn        text not null check (drawn in ('card', 'line', 'bar', 'heat', 'table')),
  parts_by     text check ((parts_by is null) = (drawn = 'card')),
  period       text not null check (period in ('thisMonth', 'thisQuarter', 'thisYear', 'lastYear')),
  width        integer not null check (width in (1, 2)),
  position     integer not null,
  removed_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, board_id) references board,
  check ((indicator_id is null) <> (question is null))
);
create index board_card_board on board_card (tenant_id, board_id);

call protect('board', 'board_card');
