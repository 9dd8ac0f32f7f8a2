-- People are listed in the order of their pinyin, and a person's memberships are read with the person.
create index person_order on person (tenant_id, split_part(search, ' ', 3) collate "C", id);
create index membership_person on membership (tenant_id, person_id);
