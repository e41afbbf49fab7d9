// What is on the disk after a fault: the files that count as the state, and the single things they keep.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Text by relative path. */
export type State = Readonly<Record<string, string>>;

/** Everything but previous versions and damaged files kept aside. */
export function stateOf(folder: string): State {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pairs = files.map(
    ({ parentPath, name }) => [relative(folder, join(parentPath, name)), join(parentPath, name)] as const,
  );
  return Object.fromEntries(
    pairs
      .filter(([path]) => !/(^|\/)previous\/[^.][^/]*$|\.previous\.json$|\.damaged-[^/]*$/.test(path))
      .map(([path, file]) => [path, textOf(path, readFileSync(file, 'utf8').replaceAll(folder, '@'))]),
  );
}

/** Without what differs from run to run and tells nothing: how often a report was kept, and what chance made of a secret. */
function textOf(path: string, text: string): string {
  if (path.endsWith('shared/report.json')) return text.replace(/"(revision|checksum)": [^\n]*/g, '');
  return text.includes('"salt"') ? 'encrypted' : text;
}

export const isLock = (path: string): boolean => /(^|\/)(lock|sending\.lock)(\.break)?$/.test(path);
export const isTemp = (path: string): boolean => /(^|\/)\..*\.tmp$|\.tmp-[0-9a-f]+$/.test(path);

export const isSame = (one: State, other: State): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

export const filter = (state: State, keep: (path: string) => boolean): State =>
  Object.fromEntries(Object.entries(state).filter(([path]) => keep(path)));

/**
 * Things that ought to be there and are not: what was there before and a run without a fault leaves there; and where success
 * was said, all that such a run leaves.
 */
export function lost(before: State, after: State, now: State, isDone: boolean): string[] {
  const [was, whole, is] = [before, after, now].map(thingsIn) as [Set<string>, Set<string>, Set<string>];
  return [...whole].filter((thing) => (isDone || was.has(thing)) && !is.has(thing));
}

/** Every candidate, fact, setting, entry of a document and file that somebody made. What can't be read holds nothing. */
function thingsIn(state: State): Set<string> {
  const files = Object.entries(state).filter(([path]) => !isTemp(path) && !isLock(path));
  return new Set(files.flatMap(([path, text]) => (path.endsWith('.json') ? [path, ...partsOf(path, text)] : [path])));
}

function partsOf(path: string, text: string): string[] {
  try {
    return leavesOf(path, JSON.parse(text));
  } catch {
    return [];
  }
}

/** What the tool counts and computes about the rest is no thing of its own. */
const counted = ['revision', 'checksum', 'version'];

function leavesOf(path: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, part]) => {
    if (counted.includes(key)) return [];
    const { id } = (part ?? {}) as { id?: unknown };
    // A fact is one thing, wherever in the list it stands.
    return typeof id === 'string' ? [`${path} ${JSON.stringify(part)}`] : leavesOf(`${path} ${key}`, part);
  });
}
