-- When the next message may leave, over all (chat '') and to each chat: one row a limit, shared by all processes that send. Not state: what a crash
-- takes away is a wait of seconds.
create unlogged table paces (
  server text not null,
  chat text not null,
  ready_at timestamptz not null,
  primary key (server, chat)
) with (fillfactor = 50);
