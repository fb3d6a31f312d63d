-- The message that asked: when its author edits it, the answer is edited too.
alter table answers add column asked_in bigint;
create index answers_asked_in on answers (server, chat_id, asked_in) where asked_in is not null;
