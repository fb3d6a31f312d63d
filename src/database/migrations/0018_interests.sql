-- A subscription is to a topic or to words of the reader's own ("word:" and the words as written); its number is for a button.
alter table subscriptions add column id bigint generated always as identity;
create unique index subscriptions_id on subscriptions (id);

alter table chats
  -- On which days of the week a digest comes: bit 0 is Monday, bit 6 Sunday; 127 is every day.
  add column digest_days int not null default 127 check (digest_days between 1 and 127),
  -- No digest comes until the reader takes it up again; what is subscribed to stays.
  add column digests_paused_at timestamptz,
  -- Whether a day without news is told.
  add column tells_nothing boolean not null default true;
