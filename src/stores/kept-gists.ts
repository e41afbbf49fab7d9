// Gists of journeys that are kept from run to run in one file, by the mark of each journey. It may be deleted at any time.
import { existsSync } from 'node:fs';
import type { CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import type { Gist, ReminderCounts } from '../domain/gist.ts';
import type { Journey } from '../domain/journey.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import type { blocksOf } from './block-file.ts';
import type { FileLayout } from './file-layout.ts';
import { markOf } from './file-mark.ts';
import { namesIn } from './folder.ts';
import { type JourneyFile, journeyFile } from './journey-file-names.ts';
import type { Gisting } from './store.ts';

export interface GistSource {
  readonly layout: FileLayout;
  /** Undefined where it is gone by now. */
  readonly read: (file: JourneyFile) => Journey | Failure | undefined;
  /** Hears of new lines once there are so many that reading the journeys again would take longer than keeping them. */
  readonly keep: (layout: FileLayout, lines: NewLines, stamp: string) => void | Promise<void>;
}

/** By id: what is to be kept, and when the journey was changed last. */
export type NewLines = ReadonlyMap<string, { readonly line: string; readonly changed: number }>;

/** Reading so many journeys again takes no longer than anybody notices. */
const FEW = 50;

/** Ids of all journeys in a folder, sorted. */
export const idsIn = ({ journeys }: FileLayout): string[] =>
  namesIn(journeys)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isJourneyId)
    .sort();

export async function visitGists(
  { layout, read, keep }: GistSource,
  { today, stamp, of }: Gisting,
  visit: (id: string, found: Gist | Failure) => void,
): Promise<void> {
  const ids = idsIn(layout);
  const known = existsSync(layout.gists) ? await linesIn(layout.gists, stamp) : NONE;
  const lines = new Map<string, { line: string; changed: number }>();
  const isKeeping = ids.length > FEW;
  for (const id of ids) {
    const file = journeyFile(layout, id);
    const line = known.of(id);
    // Asked before it is read: a change in between is found the next time.
    const now = isKeeping || line !== undefined ? markOf(file.current) : undefined;
    const kept = line === undefined || now === undefined ? undefined : gistIn(line, now.mark, today);
    if (kept) {
      visit(id, kept);
      continue;
    }
    const found = read(file);
    if (found === undefined) continue;
    const gist = found instanceof Failure ? found : of(found);
    visit(id, gist);
    if (isKeeping && now && !(gist instanceof Failure))
      lines.set(id, { line: lineOf(id, now.mark, gist), changed: now.changed });
  }
  known.close();
  if (lines.size > FEW) await keep(layout, lines, stamp());
}

/** What reads it is loaded where there is one: most rosters are small. */
const linesIn = async (path: string, stamp: () => string): Promise<Lines> =>
  linesOf((await import('./block-file.ts')).blocksOf(path), stamp);

/** What was kept: one line a journey. */
export interface Lines {
  /** The line of an id; ids are asked for in order. */
  readonly of: (id: string) => string | undefined;
  readonly close: () => void;
}

const NONE: Lines = { of: () => undefined, close: () => {} };

/** None where what was kept is of another stamp. */
export function linesOf(blocks: ReturnType<typeof blocksOf>, stamp: () => string): Lines {
  const first = blocks.next();
  let block = '';
  let at = 0;
  let isOver = first.done === true || first.value !== stamp();
  const next = () => {
    while (!isOver && at >= block.length) {
      const { done, value } = blocks.next();
      if (done === true) isOver = true;
      else block = value;
      at = 0;
    }
    return isOver ? undefined : block.slice(at, block.indexOf('\t', at));
  };
  return {
    of(id) {
      for (let found = next(); found !== undefined && found <= id; found = next()) {
        const end = block.indexOf('\n', at) + 1;
        const line = block.slice(at, end);
        at = end;
        if (found === id) return line;
      }
      return undefined;
    },
    close: () => void blocks.return(),
  };
}

/** `maria-santos`, mark, first and last day, counts, then profile, standing and reminders as JSON. */
function lineOf(id: string, mark: string, { from, until, counts, ...gist }: Gist): string {
  const parts = [gist.profile, gist.standing, gist.fresh, gist.others].map(asciiOf);
  return `${[id, mark, from, until, states.map((state) => counts[state]).join(' '), ...parts].join('\t')}\n`;
}

const states = ['new', 'sent', 'superseded', 'snoozed'] as const satisfies (keyof ReminderCounts)[];

const asciiOf = (value: unknown): string =>
  JSON.stringify(value).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Undefined where it is of another version of the journey, or does not hold on the day. What is not asked for is not parsed. */
function gistIn(line: string, mark: string, today: CivilDate): Gist | undefined {
  const [, was, from, until, counts = '', profile = '', standing = '', fresh = '', others = ''] = line.split('\t');
  if (was !== mark || from === undefined || until === undefined || today < from || today > until) return undefined;
  return {
    from: from as CivilDate,
    until: until as CivilDate,
    get counts() {
      const [first, sent, superseded, snoozed] = counts.split(' ').map(Number);
      return { new: first, sent, superseded, snoozed } as ReminderCounts;
    },
    get profile() {
      return JSON.parse(profile);
    },
    get standing() {
      return JSON.parse(standing);
    },
    get fresh() {
      return JSON.parse(fresh);
    },
    get others() {
      return JSON.parse(others);
    },
  };
}
