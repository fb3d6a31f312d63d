-- The chats that the bot talks with. A chat belongs to the server it came through and is never sent to through another.

create table chats (
  server text not null check (server in ('telegram', 'playground')),
  chat_id bigint not null,
  kind text not null,
  -- Null until chosen: then the language of the user's Telegram decides, message by message.
  language text check (language in ('ar', 'en')),
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- When Telegram told us that nothing can be sent there any more (blocked, deleted), and why.
  retired_at timestamptz,
  retired_because text,
  primary key (server, chat_id)
);

-- The inbox. An update is written down here before Telegram is told that we have it, and handled once: also when it is
-- delivered twice, or we die while handling it (then what is not marked handled is handled at the next start).
create table updates (
  server text not null,
  update_id bigint not null,
  received_at timestamptz not null default now(),
  -- Emptied once handled: what people write to the bot is not kept.
  payload jsonb,
  handled_at timestamptz,
  primary key (server, update_id)
);
create index updates_waiting on updates (server, update_id) where handled_at is null;

-- What a message of ours shows, so that its buttons go on working after a restart: 64 bytes of callback data hold an id and no more.
create table answers (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  question text not null,
  language text not null check (language in ('ar', 'en')),
  asked_at timestamptz not null default now(),
  foreign key (server, chat_id) references chats on delete cascade
);
create index answers_chat on answers (server, chat_id);
