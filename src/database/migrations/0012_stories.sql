-- Which event an article reports: the first article of it that was stored, itself where it is the first. Null: not compared yet.
alter table articles add column story_id bigint references articles on delete set null;
create index articles_story on articles (story_id) where story_id is not null;
create index articles_storyless on articles (id) where story_id is null;
