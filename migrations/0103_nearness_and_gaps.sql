-- From where somebody sets out for their shifts: one of the places they wish for. Nobody's address is kept.
alter table volunteer
  add column home_place_id uuid,
  add foreign key (tenant_id, home_place_id) references place;

-- When a place was taken and when it was given up; of one given up late, when somebody was confirmed in its stead.
alter table signup
  add column taken_at timestamptz,
  add column given_up_at timestamptz,
  add column given_up_late boolean not null default false,
  add column covered_at timestamptz,
  add check (given_up_at is not null or not given_up_late),
  add check (covered_at is null or given_up_late);
create index signup_gap on signup (tenant_id, shift_role_id, given_up_at) where given_up_late and covered_at is null;
