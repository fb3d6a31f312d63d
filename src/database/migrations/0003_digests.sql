-- What a chat wants to be told, when, and what it has been told.

alter table chats
  -- An IANA name; null until the reader has said where they are. No digest is due before: never UTC in silence.
  add column zone text,
  -- Minutes after local midnight.
  add column digest_minute int not null default 420 check (digest_minute between 0 and 1439),
  -- The moment of the next digest; null while nothing is subscribed to or no zone is known.
  add column next_digest_at timestamptz;
create index chats_due on chats (next_digest_at) where next_digest_at is not null;

create table subscriptions (
  server text not null,
  chat_id bigint not null,
  -- An IPTC id.
  topic text not null,
  added_at timestamptz not null default now(),
  primary key (server, chat_id, topic),
  foreign key (server, chat_id) references chats on delete cascade
);

create table digests (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  -- The reader's own date. One digest a chat and date, whatever crashes and whoever runs.
  local_date date not null,
  language text not null check (language in ('ar', 'en')),
  zone text not null,
  topics text[] not null,
  window_from timestamptz not null,
  window_to timestamptz not null,
  next_at timestamptz,
  -- What was found in the window: see Content in digests/digest.ts.
  content jsonb not null,
  composed_at timestamptz not null default now(),
  -- A long digest goes out in parts; a process that dies between two of them is followed by one that sends the rest.
  parts_sent int not null default 0,
  -- Sent, or given up: either way there is nothing left to do.
  settled_at timestamptz,
  failure text,
  unique (server, chat_id, local_date),
  foreign key (server, chat_id) references chats on delete cascade
);
create index digests_unsettled on digests (id) where settled_at is null;

-- What came in within a window.
create index articles_loaded on articles (loaded_at);
