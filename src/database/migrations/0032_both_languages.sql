-- A digest in both languages, one message after the other.
alter table chats add column digest_in_both boolean not null default false;
