-- Articles and everything read out of them. A row that readers can see points at the revision it was read from.

create extension if not exists pg_trgm;

create table sources (
  id bigint generated always as identity primary key,
  -- A feed or page address, or a folder: what `/reload` reads again.
  address text not null unique,
  name text,
  -- Null until the first successful read says what it is.
  language text,
  etag text,
  last_modified text,
  added_at timestamptz not null default now(),
  read_at timestamptz,
  -- Why the last read failed; null when it worked.
  failure text
);

create table articles (
  id bigint generated always as identity primary key,
  -- Canonical address; where it was read from when there is none. Either finds the article again when it has changed.
  url text unique,
  origin text unique,
  external_id text,
  source text,
  agency text,
  author text,
  place text,
  keywords text[] not null default '{}',
  language text not null check (language in ('ar', 'en', 'other')),
  -- As published: YYYY-MM-DD where only the day is known, else ISO 8601 with its offset.
  published_at text,
  -- The day in the publisher's own offset, for "on 10 April"; the moment for order (noon UTC of a bare day).
  published_on date,
  published_order timestamptz,
  -- Null for real articles. {"kind": "invented"} or {"kind": "retold", "outlet": …, "date": …}: shown in every answer.
  sample jsonb,
  loaded_at timestamptz not null default now(),
  check ((published_at is null) = (published_on is null) and (published_at is null) = (published_order is null))
);
create index articles_newest on articles (published_order desc nulls last, id desc);

-- A changed article keeps its history: statements and summaries belong to the words they were read from.
create table revisions (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles on delete cascade,
  title text not null,
  text text not null check (text <> ''),
  -- Of the folded title and text: the same article from elsewhere has the same one.
  content_hash text not null,
  loaded_at timestamptz not null default now(),
  -- False for a revision that a newer one has replaced.
  is_current boolean not null default true,
  -- When its statements and offline summary were stored; null is unfinished work, and the sweep's to find.
  analysed_at timestamptz,
  -- When the model's summary was stored or given up; null is unfinished work where a model is configured.
  modelled_at timestamptz,
  -- Stems of the title (weight A) and text (B), and name keys (C), written by our own tokeniser: see articles/store.ts.
  terms tsvector
);
create unique index revisions_current on revisions (article_id) where is_current;
-- The same words are one article, wherever they come from.
create unique index revisions_content on revisions (content_hash) where is_current;
create index revisions_terms on revisions using gin (terms) where is_current;
create index revisions_unfinished on revisions (id) where is_current and (analysed_at is null or modelled_at is null);

create table summaries (
  revision_id bigint not null references revisions on delete cascade,
  language text not null check (language in ('ar', 'en')),
  headline text not null,
  body text not null,
  method text not null check (method in ('model', 'extract', 'facts')),
  -- The model and the hash of the prompt that wrote it; null for the other methods.
  model text,
  prompt_version text,
  written_at timestamptz not null default now(),
  primary key (revision_id, language),
  check ((method = 'model') = (model is not null))
);

create table article_topics (
  article_id bigint not null references articles on delete cascade,
  topic text not null,
  rank int not null,
  primary key (article_id, topic)
);
create index article_topics_topic on article_topics (topic);

create table people (
  id bigint generated always as identity primary key,
  -- The fullest form met so far, in the script that it was met in first.
  name text not null,
  gender text check (gender in ('m', 'f'))
);

-- Every spelling met in an article, folded for comparing; `keys` are blocking keys that hold across scripts.
create table person_names (
  person_id bigint not null references people on delete cascade,
  name text not null,
  folded text not null,
  keys text[] not null,
  primary key (person_id, folded)
);
create index person_names_folded on person_names (folded);
create index person_names_keys on person_names using gin (keys);

create table statements (
  id bigint generated always as identity primary key,
  revision_id bigint not null references revisions on delete cascade,
  ordinal int not null,
  speaker text not null,
  person text,
  role text,
  verb text not null,
  verb_class text not null,
  form text not null check (form in ('direct', 'indirect', 'mixed')),
  place text not null check (place in ('text', 'title')),
  start_at int not null check (start_at >= 0),
  end_at int not null check (end_at > start_at),
  -- The words themselves, for search and export; a check in code keeps them equal to the revision's [start_at, end_at).
  words text not null check (words <> ''),
  quotes jsonb not null,
  via text[] not null,
  adjuncts jsonb not null,
  terms tsvector,
  -- Stems of the speaker as written and the role: «وزير النقل التشيكي», "the Kremlin".
  speaker_terms tsvector,
  unique (revision_id, ordinal)
);
create index statements_terms on statements using gin (terms);
create index statements_speaker_terms on statements using gin (speaker_terms);

create table statement_people (
  statement_id bigint not null references statements on delete cascade,
  person_id bigint not null references people on delete cascade,
  primary key (statement_id, person_id)
);
create index statement_people_person on statement_people (person_id);

-- A statement with all that an answer shows of it. Rows of replaced revisions are here too (a button may still point at one).
create view said as
select s.id, a.id as "articleId", r.id as "revisionId", s.ordinal, a.external_id as "externalId", r.title, r.text as body,
  a.language, a.url, a.source, a.agency, a.published_at as "publishedAt", a.sample, s.speaker, s.person, s.role, s.verb,
  s.verb_class as "verbClass", s.form, s.place as "in", s.start_at as "start", s.end_at as "end", s.words, s.quotes, s.via,
  s.adjuncts,
  array(select person_id from statement_people p where p.statement_id = s.id order by person_id) as "personIds",
  r.is_current as "isCurrent", a.published_on, a.published_order, s.terms, s.speaker_terms
from statements s
join revisions r on r.id = s.revision_id
join articles a on a.id = r.article_id;
