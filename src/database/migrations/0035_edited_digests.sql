-- A digest is edited where it was sent when an article in it changes.
alter table digests
  -- The messages that it was sent in, part by part, and a hash of what they said.
  add column message_ids bigint[] not null default '{}',
  add column sent_hash text,
  -- Articles of it that have changed since, and whether its messages do not say so yet.
  add column changed_articles bigint[] not null default '{}',
  add column stale_at timestamptz;
create index digests_articles on digests using gin ((content -> 'articles') jsonb_path_ops);
create index digests_stale on digests (id) where stale_at is not null;
