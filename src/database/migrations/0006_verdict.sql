-- What the checks found in a model's answers about a revision, answer by answer, and how many sentences were not shown for it
-- (summaries/check). Null: no model was asked, or it was before this.
alter table revisions add column verdict jsonb;
