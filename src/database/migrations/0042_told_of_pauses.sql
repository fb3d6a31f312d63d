-- When admins were told that a source is left alone; several that fail together are told of in one message.
alter table sources add column told_at timestamptz;
update sources set told_at = paused_at where paused_at is not null;
