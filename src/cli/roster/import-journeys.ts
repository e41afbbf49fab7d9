// Plans what whole journeys from an export come to: new ones as they are, known ones united with what is stored.

import { Failure, quote } from '../../domain/failure.ts';
import { faultAt, faultOfLine, type ImportFault } from '../../domain/import-fault.ts';
import type { Planned } from '../../domain/import-plan.ts';
import { type Journey, record } from '../../domain/journey.ts';
import { type Clash, unite } from '../../domain/journey-union.ts';
import { limits, sizeText } from '../../domain/limits.ts';
import { changeBetween } from '../../domain/profile.ts';
import { checkJourney } from '../../stores/journey-text.ts';
import { isObject } from '../../stores/read-json.ts';
import type { Options } from '../command.ts';
import { flagOf } from '../commands/answers.ts';
import { newContradictions } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { type Plan, plannedOf } from './import-rows.ts';

const OF_TABLES = ['map', 'mapFile', 'keepUnknown', 'dateFormat'] as const;

/** Fails with `damaged` where a newer version wrote one of them, and with `usage` on options that are for tables. */
export function planJourneys(
  values: readonly unknown[],
  lineOf: (path: string) => number,
  roster: readonly Journey[],
  options: Options,
  run: Run,
): Plan {
  const stray = OF_TABLES.find((key) => options[key] !== undefined);
  if (stray) {
    throw new Failure('usage', `${flagOf(stray)} makes no sense here: the file holds whole journeys`, 'Leave it out');
  }
  const byId = new Map(roster.map((journey) => [journey.id, journey]));
  const seen = new Map<string, number>();
  const faults: ImportFault[] = [];
  const planned = values.flatMap((value, index): Planned[] => {
    const line = lineOf(`journeys/${index}`);
    const read = readJourney(value);
    if ('reason' in read) {
      faults.push(faultOfLine(line, read.reason));
      return [];
    }
    const { id } = read;
    const twin = seen.get(id);
    seen.set(id, line);
    if (twin !== undefined)
      faults.push(faultAt({ line, column: 'id', letter: null, text: id }, `is in line ${twin} too`));
    const before = byId.get(id);
    if (!before) return [plannedOf(line, undefined, { ...read, revision: 1 }, run)];
    const united = unitedWith(before, read, line, run);
    faults.push(...united.faults);
    return [plannedOf(line, before, united.journey, run)];
  });
  return { planned, faults, unknown: [], proved: new Map() };
}

function readJourney(value: unknown): Journey | { readonly reason: string } {
  if (!isObject(value)) return { reason: 'is not a journey' };
  const found = checkJourney(value);
  if ('value' in found) {
    const isHuge = Buffer.byteLength(JSON.stringify(found.value, null, 2)) >= limits.journey;
    return isHuge ? { reason: `is a journey larger than ${sizeText(limits.journey)}` } : found.value;
  }
  if (found.newer) {
    throw new Failure('damaged', `can't take this export: ${found.fault}; nothing was changed`, UPDATE);
  }
  return { reason: `is a journey with a fault: ${found.fault}` };
}

export const UPDATE = 'Update ascpi: npm install -g ascpi@latest';

function unitedWith(
  mine: Journey,
  theirs: Journey,
  line: number,
  run: Run,
): { journey: Journey; faults: ImportFault[] } {
  const { journey, theirProfile, clashes } = unite(mine, theirs);
  const { force } = run.globals;
  const facts = journey.facts.length > mine.facts.length;
  const change = force ? changeBetween(journey.profile, theirProfile) : undefined;
  const after = change
    ? { ...record(journey, { kind: 'profile', on: run.today, ...change }, run.recorder()), revision: mine.revision + 1 }
    : { ...journey, revision: mine.revision + (facts ? 1 : 0) };
  const refused = clashes.filter(({ path }) => !(force && path.startsWith('profile.')));
  const contradictions = facts && !force ? newContradictions(mine, journey, run.rulebook()) : [];
  return {
    journey: after,
    faults: [
      ...refused.map((clash) => clashFault(clash, line)),
      ...contradictions.map(({ message, hint }) =>
        faultOfLine(line, `${message}. ${hint}. To take it anyway: --force`),
      ),
    ],
  };
}

function clashFault({ path, mine, theirs }: Clash, line: number): ImportFault {
  const place = { line, column: path, letter: null, text: textOf(theirs) };
  return path.startsWith('profile.')
    ? faultAt(
        place,
        `is ${quote(textOf(mine))} here, and nothing is overwritten in silence. To take it anyway: --force`,
      )
    : faultAt(place, 'has the id of a fact that says something else here');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
