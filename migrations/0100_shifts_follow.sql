-- Shifts follow their activity. One that fell away with it comes back with it; what its people had is remembered.
alter table shift add column fell boolean not null default false;
alter table signup add column fell_from text;

-- `kept`: the shift moved to a time at which this person cannot come (`hindrance` says why). The place is theirs until they
-- answer; it may overlap, so it is no place yet in the sense of rule 2.
alter table signup add column hindrance text;
alter table signup drop constraint signup_state_check;
alter table signup add constraint signup_state_check
  check (state in ('waiting', 'asked', 'offered', 'kept', 'confirmed', 'cancelled', 'declined'));
alter table signup add constraint signup_kept_why check (state <> 'kept' or hindrance is not null);
drop index signup_offer;
create index signup_offer on signup (tenant_id, confirm_by) where state in ('offered', 'kept');
