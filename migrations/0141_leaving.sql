-- The day from which a person who asked for it is forgotten. Until then they may take it back.
alter table person add column forget_on date check (forget_on is null or forgotten_at is null);
create index person_forget on person (tenant_id, forget_on) where forget_on is not null;
