-- The same words of the same person, reported by several outlets: the first statement of them that was stored. Null: the first itself, or alone.
alter table statements add column utterance_id bigint references statements on delete set null;
create index statements_utterance on statements (utterance_id) where utterance_id is not null;

create or replace view said as
select s.id, a.id as "articleId", r.id as "revisionId", s.ordinal, a.external_id as "externalId", r.title, r.text as body,
  a.language, a.url, a.source, a.agency, a.published_at as "publishedAt", a.sample, s.speaker, s.person, s.role, s.verb,
  s.verb_class as "verbClass", s.form, s.place as "in", s.start_at as "start", s.end_at as "end", s.words, s.quotes, s.via,
  s.adjuncts,
  array(select person_id from statement_people p where p.statement_id = s.id order by person_id) as "personIds",
  r.is_current as "isCurrent", a.published_on, a.published_order, s.terms, s.speaker_terms, s.confidence, s.translation,
  coalesce(s.utterance_id, s.id) as "utteranceId"
from statements s
join revisions r on r.id = s.revision_id
join articles a on a.id = r.article_id;
