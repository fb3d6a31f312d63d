-- Whose new words a chat wants to be told. `since_id`: the newest statement there was when it began; only later ones are new to it.
create table follows (
  server text not null,
  chat_id bigint not null,
  person_id bigint not null references people on delete cascade,
  since_id bigint not null,
  added_at timestamptz not null default now(),
  primary key (server, chat_id, person_id),
  foreign key (server, chat_id) references chats on delete cascade
);
create index follows_person on follows (person_id);

-- What followers were told, a row a message: what stands in one is not told to the chat again.
create table pushes (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  statement_ids bigint[] not null,
  composed_at timestamptz not null default now(),
  settled_at timestamptz,
  failure text,
  foreign key (server, chat_id) references chats on delete cascade
);
create index pushes_chat on pushes (server, chat_id);
create index pushes_unsettled on pushes (id) where settled_at is null;
