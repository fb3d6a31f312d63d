-- Several processes may receive a bot's updates (by webhook, behind one address): a lane is one chat's updates, and belongs to one process at a time.

-- Whose turn an update waits for; forgotten with its payload.
alter table updates add column lane text;
update updates set lane = coalesce(
  payload #>> '{message,chat,id}', payload #>> '{edited_message,chat,id}', payload #>> '{callback_query,message,chat,id}',
  payload #>> '{callback_query,from,id}', 'inline ' || (payload #>> '{inline_query,from,id}'), 'other')
where handled_at is null and payload is not null;
drop index updates_waiting;
create index updates_of_lane on updates (server, lane, update_id) where handled_at is null;

create table lanes (
  server text not null,
  lane text not null,
  -- The process that handles it; another takes it when this one has not said for a while that it still lives.
  holder uuid not null,
  held_until timestamptz not null,
  -- How many updates have come since it was taken: given back only when none has come unseen.
  arrivals bigint not null default 1,
  primary key (server, lane)
);
create index lanes_held_until on lanes (server, held_until);
