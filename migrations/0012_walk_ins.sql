-- Whoever came without being expected: counted as come, not as expected, and gone again when that is undone.
alter table participation add column walk_in boolean not null default false;
