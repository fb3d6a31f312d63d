-- What a source's articles are, and whose wish it is.

alter table sources
  -- The language of its articles, where somebody has said it; null: told from each text.
  add column articles_language text check (articles_language in ('ar', 'en')),
  -- Words as a subscription has them: only articles that they find are kept.
  add column filter text,
  -- Asked for by a chat and not by an admin: read once an admin allows it, and gone when no chat subscribes to it any more.
  add column is_wished boolean not null default false;

alter table reload_results add column filtered int not null default 0;

-- Which articles a source has brought, also those that another had brought before.
create table article_sources (
  source_id bigint not null references sources on delete cascade,
  article_id bigint not null references articles on delete cascade,
  primary key (source_id, article_id)
);
create index article_sources_article on article_sources (article_id);

create or replace view article_keys as
select article_id, topic as key from article_topics
union all
select id, 'source:' || source from articles where source is not null
union all
select id, 'source:' || agency from articles where agency is not null
union all
select id, 'story:' || story_id from articles where story_id is not null
union all
select r.article_id, 'person:' || p.person_id
from revisions r join statements s on s.revision_id = r.id join statement_people p on p.statement_id = s.id
where r.is_current
union all
select article_id, 'feed:' || source_id from article_sources;
