-- What somebody said on a matter, without looking at all that they said or at all that was said on it: who spoke is among a statement's terms, as @ and
-- the person's number, so that one index knows both.
update statements s set terms = coalesce(s.terms, ''::tsvector) || p.marks
from (
  select statement_id, array_to_tsvector(array_agg('@' || person_id)) as marks from statement_people group by statement_id
) as p
where s.id = p.statement_id;

-- Whether an answer may show it: sure enough, not found wrong, in the article's words of now. Beside the person, so that somebody's newest are known, and
-- counted, from the index alone.
alter table statement_people add column is_shown boolean not null default true;
update statement_people sp set is_shown = false
from statements s join revisions r on r.id = s.revision_id
where s.id = sp.statement_id and (s.confidence < 0.6 or not r.is_current);
drop index statement_people_newest;
create index statement_people_newest on statement_people (person_id, published_order desc nulls last, statement_id desc) include (is_shown);
