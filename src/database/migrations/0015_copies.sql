-- Texts that are nearly one: keys that near copies share (articles/near-copy.ts), and the earlier revision that a text
-- was copied from, as far as that can be seen. Null: nobody's copy.
alter table revisions
  add column near_keys int[] not null default '{}',
  add column copy_of bigint references revisions on delete set null;
create index revisions_near on revisions using gin (near_keys) where is_current;
create index revisions_copies on revisions (copy_of) where copy_of is not null;

-- Where else the very same words stood: another outlet's page or feed. The article is stored once, and who else carried it is not lost.
create table appearances (
  article_id bigint not null references articles on delete cascade,
  -- Its address, or where it was read from.
  origin text not null,
  source text,
  published_at text,
  loaded_at timestamptz not null default now(),
  primary key (article_id, origin)
);

-- Words between quotation marks that an article no longer has, without a word about it as a rule. `replaced_by`: what the same speaker says in
-- their place; null where nothing does.
create table corrections (
  id bigint generated always as identity primary key,
  statement_id bigint not null unique references statements on delete cascade,
  revision_id bigint not null references revisions on delete cascade,
  replaced_by bigint references statements on delete set null,
  noticed_at timestamptz not null default now()
);
create index corrections_revision on corrections (revision_id);

create or replace view said as
select s.id, a.id as "articleId", r.id as "revisionId", s.ordinal, a.external_id as "externalId", r.title, r.text as body,
  a.language, a.url, a.source, a.agency, a.published_at as "publishedAt", a.sample, s.speaker, s.person, s.role, s.verb,
  s.verb_class as "verbClass", s.form, s.place as "in", s.start_at as "start", s.end_at as "end", s.words, s.quotes, s.via,
  s.adjuncts,
  array(select person_id from statement_people p where p.statement_id = s.id order by person_id) as "personIds",
  r.is_current as "isCurrent", a.published_on, a.published_order, s.terms, s.speaker_terms, s.confidence, s.translation,
  coalesce(s.utterance_id, s.id) as "utteranceId",
  array(select p.source from appearances p where p.article_id = a.id and p.source is not null order by p.loaded_at, p.origin) as "alsoIn"
from statements s
join revisions r on r.id = s.revision_id
join articles a on a.id = r.article_id;
