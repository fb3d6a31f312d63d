-- An article is ready for digests when it has been read and put into its story. The window of a digest holds what became so within it: by the time at
-- which an article came in, one that was still being read when a digest was made would be in no window.
alter table articles
  add column ready_at timestamptz,
  -- Those who want news at once have been thought of; null: not yet.
  add column announced_at timestamptz;
update articles a set ready_at = a.loaded_at, announced_at = a.loaded_at
from revisions r
where r.article_id = a.id and r.is_current and r.analysed_at is not null and (a.story_id is not null or a.language not in ('ar', 'en'));
create index articles_ready on articles (ready_at);
create index articles_unready on articles (id) where ready_at is null;
create index articles_unannounced on articles (id) where announced_at is null;

-- What an article can be subscribed to by: topics, outlets, its story, and who speaks in it, named as subscriptions name them.
create view article_keys as
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
where r.is_current;
create index subscriptions_topic on subscriptions (topic);

alter table chats add column digests_at_once boolean not null default false;
-- Each of them counts: a later one takes nobody's place.
alter table digests add column at_once boolean not null default false;
