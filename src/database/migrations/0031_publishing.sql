-- How a digest goes out into a group or channel.
alter table chats
  add column is_silent boolean not null default false,
  add column is_pinned boolean not null default false,
  add column pinned_message_id int,
  add column footer text,
  -- Whose word a digest waits for; null: nobody's.
  add column approver_id bigint;

alter table digests
  -- When its approver was shown it, and said yes; null: not yet, or not needed.
  add column asked_at timestamptz,
  add column approved_at timestamptz;
drop index digests_unsettled;
create index digests_unsettled on digests (id) where settled_at is null and (asked_at is null or approved_at is not null);
