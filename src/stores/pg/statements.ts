// What commands ask all day, in one place: tests have the server say how it would answer, and that is never by reading everything.

/** Of one journey, by its id. */
export const BODY = 'select body as text from ascpi.journey where id = $1';
export const PREVIOUS = 'select previous as text from ascpi.journey where id = $1';

export const BODIES = 'select id, body from ascpi.journey where id = any($1)';

/** How many there are, without looking at them: see the tally in migrations.ts. */
export const COUNT = 'select coalesce(sum(change), 0) as n from ascpi.tally';

/** Of each the one phase that the day falls in; nothing as of a day before the latest fact, nor by other rules. */
export const SITUATIONS = `select j.id, j.profile, j.phases[width_bucket($2::date, j.turns)] as phase
  from ascpi.journey j where j.id = any($1) and j.stamp = $3 and j.since <= $2::date`;

/** What was computed with other rules than these. */
export const STALE = 'from ascpi.journey j where (j.stamp < $1 or j.stamp > $1)';
export const ANY_STALE = `select 1 ${STALE} limit 1`;

/** Any of these messages that has gone out. */
export const SENT = "select key from ascpi.delivery where key = any($1) and state = 'sent' limit 1";
