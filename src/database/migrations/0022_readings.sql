-- A link that a reader has sent to be read in place. What it leads to is shown and not stored.
create table readings (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  address text not null,
  language text not null check (language in ('ar', 'en')),
  asked_by bigint,
  -- The message that says so, edited when it is read; null until it is sent.
  message_id bigint,
  asked_at timestamptz not null default now(),
  settled_at timestamptz,
  foreign key (server, chat_id) references chats on delete cascade
);
create index readings_chat on readings (server, chat_id, asked_at);
create index readings_unsettled on readings (id) where settled_at is null;
