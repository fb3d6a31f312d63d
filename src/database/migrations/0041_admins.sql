-- Admins whom those of ADMIN_IDS have appointed from the chat.
create table admins (
  server text not null,
  user_id bigint not null,
  appointed_at timestamptz not null default now(),
  appointed_by bigint not null,
  primary key (server, user_id)
);
