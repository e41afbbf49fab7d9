// Computes columns again that were computed with other rules, some journeys at a time; other work goes on in between.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { checkJourney } from '../journey-text.ts';
import { REFRESHING } from './advisory-locks.ts';
import { refreshColumns } from './save-journeys.ts';
import type { Query, Session } from './session.ts';
import { type Indexing, isLater, stampFor } from './stamp.ts';
import { ANY_STALE, STALE } from './statements.ts';

const CHUNK = 500;

/** How many journeys have columns of other rules. */
export const countStale = async (query: Query, stamp: number): Promise<number> =>
  Number((await query(`select count(*) as n ${STALE}`, [stamp]))[0]?.['n']);

/**
 * Gives how many journeys were computed again. By itself it leaves alone what a newer version computed, what somebody else is
 * computing, and what this user may not change: finding then takes longer, and finds the same.
 */
export async function refreshStale(session: Session, how: Indexing, why: 'asked' | 'by itself'): Promise<number> {
  try {
    return await refresh(session, how, why);
  } catch (error) {
    if (why === 'by itself' && error instanceof Failure && error.kind === 'machine' && isDenied(error)) return 0;
    throw error;
  }
}

const isDenied = ({ cause }: Failure): boolean => cause instanceof Error && 'code' in cause && cause.code === '42501';

async function refresh(session: Session, how: Indexing, why: 'asked' | 'by itself'): Promise<number> {
  if (why === 'by itself') {
    const known = await session.read((query) => query('select number, value, version from ascpi.stamp'));
    if (known.some(({ version }) => isLater(String(version), how.version))) return 0;
    const own = known.find(({ value }) => value === how.value);
    if (own) {
      const [any] = await session.read((query) => query(ANY_STALE, [own['number']]));
      if (!any) return 0;
    }
  }
  const stamp = await session.write((query) => stampFor(query, how));
  const total = await session.read((query) => countStale(query, stamp));
  const tell = how.progress(total);
  let done = 0;
  for (let after = ''; ; ) {
    const ids = await session.write(async (query) => {
      // Two who compute at once would only wait for each other.
      const [{ free } = { free: false }] = await query('select pg_try_advisory_xact_lock($1, $2) as free', REFRESHING);
      if (free !== true && why === 'by itself') return [];
      const rows = await query(`select j.id, j.body ${STALE} and j.id > $2 order by j.id limit ${CHUNK} for update`, [
        stamp,
        after,
      ]);
      await refreshColumns(
        query,
        rows.flatMap(({ body }) => readable(String(body))),
        { of: how.of, stamp },
      );
      return rows.map(({ id }) => String(id));
    });
    done += ids.length;
    tell(Math.min(done, total));
    if (ids.length < CHUNK) break;
    after = ids.at(-1) ?? '';
  }
  // So much was written anew that the server has to look at it before it plans well. Whoever may not have it look is passed over.
  if (done >= CHUNK) await session.read((query) => query('analyze ascpi.journey, ascpi.mark'));
  return done;
}

/** One that can't be read keeps the columns it has. */
function readable(body: string): Journey[] {
  try {
    const checked = checkJourney(JSON.parse(body));
    return 'value' in checked ? [checked.value] : [];
  } catch {
    return [];
  }
}
