-- What comes into groups and channels by itself.
alter table chats
  -- As the group or channel calls itself; null for private chats, whose names are nobody's business.
  add column title text,
  -- The topic of a forum that a digest was asked for in; null elsewhere.
  add column thread_id int;

-- A group that becomes a supergroup has another number from then on, and takes everything with it.
alter table answers drop constraint answers_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table subscriptions drop constraint subscriptions_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table digests drop constraint digests_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table reloads drop constraint reloads_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table follows drop constraint follows_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table pushes drop constraint pushes_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table mistakes drop constraint mistakes_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
alter table readings drop constraint readings_server_chat_id_fkey,
  add foreign key (server, chat_id) references chats on update cascade on delete cascade;
