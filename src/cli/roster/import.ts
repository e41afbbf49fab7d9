// `ascpi candidates import`: reads a file, plans all of it, and records all of it or, if anything is wrong, nothing.

import { Failure } from '../../domain/failure.ts';
import { faultOfLine, type ImportFault } from '../../domain/import-fault.ts';
import type { Journey } from '../../domain/journey.ts';
import { MOST_ROWS } from '../../domain/limits.ts';
import { readStrictJson } from '../../domain/strict-json.ts';
import { EXPORT_SCHEMA, EXPORT_VERSION } from '../../views/roster-export.ts';
import { importView } from '../../views/roster-import.ts';
import type { Options, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { planJourneys, UPDATE } from './import-journeys.ts';
import { noticesOf } from './import-notices.ts';
import { type Plan, planRows } from './import-rows.ts';
import { calledIn, readSource, type Source } from './import-source.ts';
import { readRoster } from './read-roster.ts';

/** Read once: if someone else saves in between, it is decided again, and stdin can't be read twice. */
const sources = new WeakMap<Options, Source>();

export async function decide(run: Run, [name = '-']: readonly string[], options: Options): Promise<Outcome> {
  const source = sources.get(options) ?? (await readSource(name, options, run.context));
  sources.set(options, source);
  const plan = await planOf(source, await wholeRoster(run), options, run);
  const { dryRun } = run.globals;
  const faults = sorted(plan.faults);
  const view = importView({ ...plan, faults, source, dryRun, today: run.today });
  const notices = noticesOf(plan, source, options);
  if (faults.length > 0) return { view, notices, failure: refusal(faults, source) };
  const changed = plan.planned.filter(({ state }) => state !== 'same');
  return {
    view,
    notices,
    save: changed.map(({ journey }) => ({ journey })),
    hints: changed.length > 0 ? ['See who needs you first: ascpi candidates'] : [],
  };
}

/** Who can't be read can't be told from somebody new. */
async function wholeRoster({ store }: Run): Promise<readonly Journey[]> {
  const { journeys, failure } = await readRoster(store(), await store().list());
  if (failure) throw failure;
  return journeys;
}

async function planOf(source: Source, roster: readonly Journey[], options: Options, run: Run): Promise<Plan> {
  if (!source.isJson) return planRows(source, undefined, roster, options, run);
  const read = readStrictJson(source.text);
  const refused = (faults: readonly ImportFault[]): Plan => ({ planned: [], faults, unknown: [], proved: new Map() });
  if ('faults' in read) return refused(read.faults.map(({ line, reason }) => faultOfLine(line, reason)));
  const bad = [...source.badLines].map((line) => faultOfLine(line, `has bytes that are not ${source.encoding}`));
  if (bad.length > 0) return refused(bad);
  const { value, lineOf } = read;
  const journeys = Array.isArray(value) ? undefined : journeysIn(value);
  const list: readonly unknown[] = journeys ?? (Array.isArray(value) ? value : []);
  if (list.length > MOST_ROWS) {
    return refused([
      faultOfLine(1, `holds more than the ${MOST_ROWS} candidates that are taken at once: split the file`),
    ]);
  }
  if (Array.isArray(value)) return planRows(source, { values: value, lineOf }, roster, options, run);
  if (journeys) return planJourneys(journeys, lineOf, roster, options, run);
  return refused([faultOfLine(1, 'holds neither a list of candidates nor what ascpi candidates export wrote')]);
}

/** Undefined where the document is not an export. Fails with `damaged` where a newer version wrote it. */
function journeysIn(value: unknown): readonly unknown[] | undefined {
  const { schema, journeys } = (value ?? {}) as { schema?: unknown; journeys?: unknown };
  const [, version] = (typeof schema === 'string' && new RegExp(`^${EXPORT_SCHEMA}@(\\d{1,6})$`).exec(schema)) || [];
  if (version === undefined) return undefined;
  if (Number(version) > EXPORT_VERSION) {
    const versions = `version ${version} of its shape; this one knows ${EXPORT_VERSION}`;
    const message = `can't take this export: it was written by a newer version of ascpi (${versions}); nothing was changed`;
    throw new Failure('damaged', message, UPDATE);
  }
  return Array.isArray(journeys) ? journeys : undefined;
}

/** Down the file, and along its lines. */
const sorted = (faults: readonly ImportFault[]): ImportFault[] =>
  [...faults].sort(
    (one, other) =>
      one.line - other.line ||
      (one.letter ?? '').length - (other.letter ?? '').length ||
      ((one.letter ?? '') < (other.letter ?? '') ? -1 : 1),
  );

function refusal(faults: readonly ImportFault[], { name }: Source): Failure {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return new Failure(
    'usage',
    `${calledIn(name)} has ${count}; nothing was changed`,
    'Correct them in the file, then import it again',
  );
}
