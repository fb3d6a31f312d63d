-- Since when a worker has been asking the model about a revision: no other one pays for it meanwhile. A claim of a worker that died
-- is passed over after a while (articles/store.ts).
alter table revisions add column claimed_at timestamptz;
