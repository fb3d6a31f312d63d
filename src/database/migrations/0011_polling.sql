-- Sources are read again by themselves: when is a column, so that what is due is one look at an index, however many there are.
alter table sources
  -- Null: only when an admin asks for it (folders).
  add column every_minutes int check (every_minutes >= 1),
  add column next_read_at timestamptz,
  -- In a row; each one makes the wait longer, and after enough of them the source is left alone.
  add column failures int not null default 0,
  add column paused_at timestamptz,
  add column paused_because text,
  -- Whether each item's page is fetched for its whole text, and the topic that all of its articles have.
  add column full_text boolean not null default false,
  add column topic text;

update sources set every_minutes = 30, next_read_at = now() where address ~* '^https?://';
create index sources_due on sources (next_read_at) where paused_at is null and next_read_at is not null;
