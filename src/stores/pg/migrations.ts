// The tables of a shared roster, made step by step. A step that was released is never changed: another one follows it.

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'journeys, facts, reminders and documents of the whole store',
    sql: `
create extension if not exists pg_trgm;

-- which version of the rules the columns below were computed with
create table ascpi.stamp (
  number integer generated always as identity primary key,
  value text not null unique,
  version text not null,
  at timestamptz not null default now()
);

create table ascpi.journey (
  id text primary key,
  revision integer not null check (revision > 0),
  -- exactly as a file would hold it; what follows is computed from it
  body text not null,
  previous text,
  name text not null,
  search text not null,
  credential text not null,
  country text,
  owner text,
  tags text[] not null,
  since date not null,
  step text not null,
  lapse date,
  step_after text not null,
  stamp integer not null
);
create index journey_search on ascpi.journey using gin (search gin_trgm_ops);
create index journey_tags on ascpi.journey using gin (tags);
create index journey_credential on ascpi.journey (credential);
create index journey_country on ascpi.journey (country);
create index journey_owner on ascpi.journey (owner);
create index journey_step on ascpi.journey (step, lapse);
create index journey_step_after on ascpi.journey (step_after, lapse) where lapse is not null;
create index journey_since on ascpi.journey (since);
create index journey_stamp on ascpi.journey (stamp);

-- days on which something is to be seen, by what it is
create table ascpi.mark (
  journey text not null references ascpi.journey (id) on delete cascade,
  kind text not null,
  day date not null,
  primary key (journey, kind, day)
);
create index mark_day on ascpi.mark (kind, day, journey);

-- what was recorded, when, by whom and where; only ever added to
create table ascpi.fact (
  journey text not null references ascpi.journey (id) on delete cascade,
  id text not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by text not null,
  host text,
  role text not null default session_user,
  body text not null,
  primary key (journey, id)
);

-- messages, each once: a key that was sent is never sent again
create table ascpi.delivery (
  key text primary key,
  journey text not null references ascpi.journey (id) on delete cascade,
  state text not null check (state in ('intended', 'sent', 'failed')),
  at timestamptz not null
);
create index delivery_journey on ascpi.delivery (journey);

create table ascpi.shared (
  name text primary key,
  revision integer not null check (revision > 0),
  body text not null,
  previous text
);

-- one row a write, so that a write whose connection was cut can be asked about; kept for a day
create table ascpi.deed (
  token text primary key,
  at timestamptz not null default now()
);
create index deed_at on ascpi.deed (at);

create function ascpi.refuse_change() returns trigger language plpgsql as $$
begin
  -- An erased journey takes its facts with it.
  if tg_op = 'DELETE' and not exists (select from ascpi.journey where id = old.journey) then
    return old;
  end if;
  raise exception 'facts are only ever added' using errcode = 'integrity_constraint_violation';
end $$;
create trigger fact_is_for_good before update or delete on ascpi.fact
  for each row execute function ascpi.refuse_change();

create function ascpi.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'facts are only ever added' using errcode = 'integrity_constraint_violation';
end $$;
create trigger facts_are_for_good before truncate on ascpi.fact
  for each statement execute function ascpi.refuse_truncate();
`,
  },
];

/** The number of the last one. */
export const NEWEST = migrations.at(-1)?.number ?? 0;

/**
 * Who may see which journeys: those without an owner, those whose owner is their own role or a role they belong to, and all
 * for members of ascpi_lead.
 */
export const policies = {
  owner: `
create or replace function ascpi.my_names() returns text[] language sql stable as $$
  select array(select lower(rolname) from pg_roles where pg_has_role(oid, 'member'))
$$;
alter table ascpi.journey enable row level security;
alter table ascpi.mark enable row level security;
alter table ascpi.fact enable row level security;
alter table ascpi.delivery enable row level security;
create policy by_owner on ascpi.journey using (
  owner is null or owner = any ((select ascpi.my_names())::text[]) or 'ascpi_lead' = any ((select ascpi.my_names())::text[])
);
create policy by_owner on ascpi.mark using (exists (select from ascpi.journey where id = mark.journey));
create policy by_owner on ascpi.fact using (exists (select from ascpi.journey where id = fact.journey));
create policy by_owner on ascpi.delivery using (exists (select from ascpi.journey where id = delivery.journey));
`,
  none: '',
} as const satisfies Record<string, string>;

export type Policy = keyof typeof policies;

/** Takes back any policy before another takes its place. */
export const withoutPolicies = `
drop policy if exists by_owner on ascpi.journey;
drop policy if exists by_owner on ascpi.mark;
drop policy if exists by_owner on ascpi.fact;
drop policy if exists by_owner on ascpi.delivery;
alter table ascpi.journey disable row level security;
alter table ascpi.mark disable row level security;
alter table ascpi.fact disable row level security;
alter table ascpi.delivery disable row level security;
`;
