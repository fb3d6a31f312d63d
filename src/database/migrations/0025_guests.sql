-- Who may use a bot that is not open to everybody, and the links that let somebody in once. Of a link only the hash of its code is kept.
create table guests (
  server text not null,
  user_id bigint not null,
  let_in_at timestamptz not null default now(),
  let_in_by bigint not null,
  primary key (server, user_id)
);
create table invites (
  code_hash text primary key,
  server text not null,
  made_by bigint not null,
  made_at timestamptz not null default now(),
  used_at timestamptz
);
