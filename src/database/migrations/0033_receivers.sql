-- Whom admins may tell something: readers and groups that can be reached and are not shut out; a channel belongs to its admins. Who has never chosen a
-- language gets that of the last question.
create view receivers as
select c.server, c.chat_id, c.thread_id, c.kind,
  coalesce(c.language, (
    select a.language from answers a where a.server = c.server and a.chat_id = c.chat_id order by a.id desc limit 1), 'en') as language
from chats c
where c.retired_at is null and c.kind <> 'channel'
  and not exists (select from bans where bans.server = c.server and bans.user_id = c.chat_id);
