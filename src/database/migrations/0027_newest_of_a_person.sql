-- A person's newest statements without looking at all of theirs: the article's place in time stands beside the person. It does not change: an
-- article that is published anew has new words, read as statements of their own.
alter table statement_people add column published_order timestamptz;
update statement_people sp set published_order = a.published_order
from statements s join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id
where s.id = sp.statement_id;
create index statement_people_newest on statement_people (person_id, published_order desc nulls last, statement_id desc);
drop index statement_people_person;
