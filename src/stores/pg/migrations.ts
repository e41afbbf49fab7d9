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
  {
    number: 2,
    name: 'how things go on with each, and how many there are',
    sql: `
-- How things are with a candidate: the profile, and from which day on the rest is what. Empty until computed.
alter table ascpi.journey add column profile text, add column turns date[], add column phases text[];
-- A write finishes its work in the index of searches, so that no search has to do it.
alter index ascpi.journey_search set (fastupdate = off);

-- how many journeys there are, by owner, as changes that add up: whoever saves waits for nobody to count
create table ascpi.tally (owner text, change bigint not null);
insert into ascpi.tally select owner, count(*) from ascpi.journey group by owner;

-- In the name of the owner of the tables, so that nobody else needs to write there.
create function ascpi.keep_tally() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into ascpi.tally select owner, count(*) from after group by owner;
  elsif tg_op = 'DELETE' then
    insert into ascpi.tally select owner, -count(*) from before group by owner;
  else
    insert into ascpi.tally
      select owner, sum(one) from (select owner, 1 as one from after union all select owner, -1 from before) as changes
      group by owner having sum(one) <> 0;
  end if;
  -- Now and then they are added up; those that somebody else is adding up are left alone.
  if random() < 0.02 then
    with taken as (
      delete from ascpi.tally
      where ctid = any (array(select ctid from ascpi.tally limit 1000 for update skip locked)) returning owner, change
    )
    insert into ascpi.tally select owner, sum(change) from taken group by owner having sum(change) <> 0;
  end if;
  return null;
end $$;
create trigger tally_insert after insert on ascpi.journey referencing new table as after
  for each statement execute function ascpi.keep_tally();
create trigger tally_delete after delete on ascpi.journey referencing old table as before
  for each statement execute function ascpi.keep_tally();
create trigger tally_update after update on ascpi.journey referencing old table as before new table as after
  for each statement execute function ascpi.keep_tally();
`,
  },
];

/** The number of the last one. */
export const NEWEST = migrations.at(-1)?.number ?? 0;

const VISIBLE = `owner is null or owner = any ((select ascpi.my_names())::text[])
  or 'ascpi_lead' = any ((select ascpi.my_names())::text[])`;

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
alter table ascpi.tally enable row level security;
create policy by_owner on ascpi.journey using (${VISIBLE});
create policy by_owner on ascpi.tally using (${VISIBLE});
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
drop policy if exists by_owner on ascpi.tally;
alter table ascpi.journey disable row level security;
alter table ascpi.mark disable row level security;
alter table ascpi.fact disable row level security;
alter table ascpi.delivery disable row level security;
alter table ascpi.tally disable row level security;
`;
