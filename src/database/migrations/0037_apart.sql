-- People whom an admin has told apart: rules that would take them for one do so no more.
create table people_apart (
  person_id bigint not null references people on delete cascade,
  other_id bigint not null references people on delete cascade,
  primary key (person_id, other_id),
  check (person_id < other_id)
);
create index people_apart_other on people_apart (other_id);
