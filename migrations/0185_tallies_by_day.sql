-- Besides months, the days of the month that runs and of the one before it are kept: a piece is '2026-10' or '2026-11-25'.
alter table tally rename column month to piece;
alter table tally_set rename column month to piece;

-- Counted up to which day (not included), no longer which month; what is kept is counted anew.
truncate tally_state;
