-- The first lines of an answer, written by a model (src/answers/lead.ts), and the message that they are edited into. `turned_at`: since when
-- the message shows something else (another language, a later page), which is then left alone.
alter table answers
  add column asked_by bigint,
  add column message_id bigint,
  add column shown_language text check (shown_language in ('ar', 'en')),
  add column turned_at timestamptz,
  add column lead jsonb;

-- Whose question a call was for, so that one reader does not spend what all have. Null for articles.
alter table spending add column asker text;
create index spending_by_asker on spending (day, asker) where asker is not null;
