-- A digest may come at several hours of a day: once a chat, date and hour.
alter table chats add column digest_minutes int[] not null default '{420}'
  check (cardinality(digest_minutes) between 1 and 24 and 0 <= all (digest_minutes) and 1439 >= all (digest_minutes));
update chats set digest_minutes = array[digest_minute];
alter table chats drop column digest_minute;

-- Minutes after the local midnight at which it was due; null for those made when a date had one digest alone.
alter table digests add column local_minute int;
alter table digests drop constraint digests_server_chat_id_local_date_key;
alter table digests add constraint digests_once unique (server, chat_id, local_date, local_minute);
