-- What a link leads to is read by one job and shown by another: in between, and no longer, the message waits here.
alter table readings add column answer jsonb;
