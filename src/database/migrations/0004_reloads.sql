-- Readings that an admin asked for in the chat: what has come of each source, for the message that tells of it.

create table reloads (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  -- The message that is edited as sources finish; null until it is sent.
  message_id bigint,
  language text not null check (language in ('ar', 'en')),
  source_ids bigint[] not null,
  asked_at timestamptz not null default now(),
  -- How many sources the message tells of, and since when.
  reported int not null default 0,
  reported_at timestamptz,
  foreign key (server, chat_id) references chats on delete cascade
);

create table reload_results (
  reload_id bigint not null references reloads on delete cascade,
  source_id bigint not null,
  address text not null,
  new int not null,
  changed int not null,
  duplicate int not null,
  failed int not null,
  -- The first reasons; the log has them all.
  reasons text[] not null,
  finished_at timestamptz not null default now(),
  primary key (reload_id, source_id)
);
