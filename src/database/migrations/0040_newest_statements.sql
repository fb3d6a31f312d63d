-- The newest statements on a matter without looking at the articles of all: when they were published, and whether an answer may show them, stand beside
-- their words. Whatever is frequent is found by walking from the newest, whatever is rare by its terms; Postgres knows which.
alter table statements add column published_order timestamptz, add column is_shown boolean not null default true;
update statements s set published_order = a.published_order, is_shown = s.confidence >= 0.6 and r.is_current
from revisions r join articles a on a.id = r.article_id
where r.id = s.revision_id;
create index statements_newest on statements (published_order desc nulls last, id desc) where is_shown;
