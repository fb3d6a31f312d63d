-- A message of the admins' to every chat, and whom it has reached.
create table broadcasts (
  id bigint generated always as identity primary key,
  server text not null,
  -- Where the admin made it: the message there tells how far it has come.
  chat_id bigint not null,
  message_id int,
  language text not null check (language in ('ar', 'en')),
  arabic text,
  english text,
  made_at timestamptz not null default now(),
  begun_at timestamptz,
  -- Sent to all, stopped, or never begun: either way there is nothing left to do.
  settled_at timestamptz,
  check (arabic is not null or english is not null),
  foreign key (server, chat_id) references chats on update cascade on delete cascade
);
create index broadcasts_unsettled on broadcasts (id) where begun_at is not null and settled_at is null;

-- Written before it is sent: a process that dies in between leaves it unsettled, and nobody is told twice.
create table broadcast_chats (
  broadcast_id bigint not null references broadcasts on delete cascade,
  server text not null,
  chat_id bigint not null,
  settled_at timestamptz,
  failure text,
  primary key (broadcast_id, chat_id),
  foreign key (server, chat_id) references chats on update cascade on delete cascade
);
create index broadcast_chats_chat on broadcast_chats (server, chat_id);

-- What admins have done, and when.
create table audit (
  id bigint generated always as identity primary key,
  server text not null,
  admin_id bigint not null,
  action text not null,
  detail text not null,
  done_at timestamptz not null default now()
);
