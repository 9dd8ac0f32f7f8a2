-- One of a series that somebody moved, changed or cancelled by hand: its series leaves it alone from then on.
alter table activity add column detached boolean not null default false check (not detached or series_id is not null);
