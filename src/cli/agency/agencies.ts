// The agencies of a store: reading them, finding one by its name, and keeping one more entry.
import { type Agency, agenciesOn, agencyNamed } from '../../domain/agency.ts';
import { type AgencyEntry, agenciesShape, type NewAgencyEntry } from '../../domain/agency-entry.ts';
import { assess } from '../../domain/agency-verdict.ts';
import { LAST_DAY } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { readShape } from '../../domain/shape.ts';
import { closest } from '../../domain/suggest.ts';
import { agencyReceipt } from '../../views/agency-receipt.ts';
import type { Text } from '../../views/view.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';

export interface Agencies {
  readonly revision: number;
  readonly entries: readonly AgencyEntry[];
  /** as they stand on the day that is asked for */
  readonly all: readonly Agency[];
}

/** Fails with `damaged` where the document is none of agencies. */
export async function readAgencies(run: Pick<Run, 'store' | 'today'>): Promise<Agencies> {
  const store = run.store();
  const { revision, value } = (await store.readShared('agencies')) ?? { revision: 0, value: { entries: [] } };
  const read = readShape(agenciesShape, value);
  if (!read.ok) {
    throw new Failure(
      'damaged',
      `can't use the agencies in ${store.address}: ${quote(read.faults[0] ?? '')}; nothing was changed`,
      'They were kept as they are in shared/agencies.json. The version before them stands beside it as agencies.previous.json',
    );
  }
  const { entries } = read.value;
  return { revision, entries, all: agenciesOn(entries, run.today) };
}

/** Fails with `missing`, suggesting the nearest. */
export function agencyFor({ all }: Agencies, name: string): Agency {
  const found = agencyNamed(all, name);
  if (found) return found;
  const names = all.map((each) => each.name);
  const near = closest(name, names);
  const known = names.length === 0 ? 'Add it: ascpi agency add "<name>"' : 'See all: ascpi agency';
  throw new Failure('missing', `there is no agency ${quote(name)}`, near ? `Did you mean ${quote(near)}?` : known);
}

/** Whether there is one of that name on any day. */
export const isTaken = ({ entries }: Agencies, name: string): boolean =>
  agencyNamed(agenciesOn(entries, LAST_DAY), name) !== undefined;

export interface Said {
  readonly verb: readonly [done: string, would: string];
  readonly what: Text;
  readonly hints?: readonly string[];
}

/** One more entry, and what it comes to. Fails with `usage` on one that is dated after today, unless forced. */
export function recorded(run: Run, { revision, entries }: Agencies, entry: NewAgencyEntry, said: Said): Outcome {
  const { dryRun, force } = run.globals;
  if (entry.on > run.today && !force) {
    throw new Failure(
      'usage',
      `${entry.on} is after today, ${run.today}, and what is recorded is something that happened`,
      'Check the day, or record it anyway with --force',
    );
  }
  const { at, by, newId } = run.recorder();
  const kept = { id: newId(), at, by, ...entry } as AgencyEntry;
  const after = [...entries, kept];
  const id = 'agency' in kept ? kept.agency : kept.id;
  const agency = agenciesOn(after, run.today).find((each) => each.id === id);
  const view = agencyReceipt({
    assessment: agency && assess(agency, run.criteria()),
    verb: said.verb,
    what: said.what,
    recorded: kept,
    dryRun,
    today: run.today,
  });
  const document = { revision: revision + 1, value: { entries: after } };
  return { view, save: [{ shared: 'agencies', document }], ...(said.hints ? { hints: said.hints } : {}) };
}
