-- Whom an admin has shut out. By number alone, so that it outlives the chat.
create table bans (
  server text not null,
  user_id bigint not null,
  banned_at timestamptz not null default now(),
  banned_by bigint not null,
  primary key (server, user_id)
);
