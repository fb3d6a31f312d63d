-- Which words an answer showed, so that whoever has seen them is told when their article quietly changes them.
alter table answers add column statement_ids bigint[] not null default '{}';
create index answers_statements on answers using gin (statement_ids) where statement_ids <> '{}';

-- A message that tells of corrections, and not of what is new.
alter table pushes add column correction_ids bigint[] not null default '{}';
create index pushes_statements on pushes using gin (statement_ids);

alter table corrections add column told_at timestamptz;
create index corrections_untold on corrections (id) where told_at is null;
