-- What somebody typed goes when they are forgotten; the share that it earned stays.
alter table quiz_answer add column erased boolean not null default false;
