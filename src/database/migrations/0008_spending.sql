-- What the model costs (src/budget). A row is made before a call, with the most that it can cost, and settled by what the server counted.
-- One that was never settled (the process died meanwhile) counts with all that it was made for.
create table spending (
  id bigint generated always as identity primary key,
  -- The day in the zone of the settings: budgets begin anew at its midnight.
  day date not null,
  purpose text not null check (purpose in ('summary', 'question')),
  model text not null,
  calls int not null default 0,
  input_tokens bigint not null default 0,
  cached_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  -- What counts against the budget: reserved at first, spent in the end.
  tokens bigint not null check (tokens >= 0),
  money numeric(14, 6) not null check (money >= 0),
  reserved_at timestamptz not null default now(),
  settled_at timestamptz
);
create index spending_by_day on spending (day);
