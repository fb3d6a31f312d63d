-- What readers say is wrong with a statement, and what an admin found. A confirmed one is hidden, and told to whoever was shown it.
create table mistakes (
  id bigint generated always as identity primary key,
  server text not null,
  chat_id bigint not null,
  statement_id bigint not null references statements on delete cascade,
  kind text not null check (kind in ('speaker', 'words', 'nothing', 'date')),
  reported_at timestamptz not null default now(),
  -- Null until an admin has looked; who it was, for the record.
  is_confirmed boolean,
  settled_at timestamptz,
  settled_by bigint,
  unique (server, chat_id, statement_id, kind),
  foreign key (server, chat_id) references chats on delete cascade,
  check ((is_confirmed is null) = (settled_at is null))
);
create index mistakes_statement on mistakes (statement_id);

-- Why words are taken back: their article has changed them, or they were read wrong here.
alter table corrections add column cause text not null default 'article' check (cause in ('article', 'mistake'));
