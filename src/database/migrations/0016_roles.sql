-- What articles call somebody, and from when to when: an office stays with the one who holds it, and is held by another later. Also read
-- whenever a name is linked, so it must not grow with what somebody says.
create table person_roles (
  person_id bigint not null references people on delete cascade,
  role text not null,
  -- Of the articles; null where none of them is dated.
  first_on date,
  last_on date,
  statements int not null,
  -- The newest of them, for order.
  last_statement_id bigint not null,
  primary key (person_id, role)
);

insert into person_roles (person_id, role, first_on, last_on, statements, last_statement_id)
select sp.person_id, s.role, min(a.published_on), max(a.published_on), count(*), max(s.id)
from statements s
join statement_people sp on sp.statement_id = s.id
join revisions r on r.id = s.revision_id
join articles a on a.id = r.article_id
where s.role is not null and (select count(*) from statement_people others where others.statement_id = s.id) = 1
group by sp.person_id, s.role;
