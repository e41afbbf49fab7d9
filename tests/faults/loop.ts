// The fault loop: one command, one state of the store, one error; the N-th call fails, for N = 1, 2, … until none is left to fail.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type ErrorName, withFault } from './fault.ts';
import { startedIn, type World, worldIn } from './world.ts';

export interface Case {
  readonly name: string;
  /** {out} stands for a folder beside the home that is broken too */
  readonly argv: readonly string[];
  /** deeds of several kinds at once: each file of its own is old or new, and the exit code says that something failed */
  readonly several?: boolean;
  /** killed between two renames it can't be run again: the version before is then a copy of the current one */
  readonly once?: boolean;
  /** what doctor finds before it */
  readonly damaged?: readonly string[];
}

export interface Tally {
  readonly command: string;
  readonly state: string;
  readonly error: ErrorName;
  /** faults that fired, by call */
  readonly points: Record<string, number>;
  readonly faults: string[];
}

/** What counts as the state: everything but previous versions and damaged files kept aside, by relative path. */
function stateOf(home: string): Record<string, string> {
  if (!existsSync(home)) return {};
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pairs = files.map(
    ({ parentPath, name }) => [relative(home, join(parentPath, name)), join(parentPath, name)] as const,
  );
  return Object.fromEntries(
    pairs
      .filter(([path]) => !/(^|\/)previous\/[^.][^/]*$|\.previous\.json$|\.damaged-[^/]*$/.test(path))
      .map(([path, file]) => [path, readFileSync(file, 'utf8').replaceAll(home, '@')]),
  );
}

const isLock = (path: string): boolean => /(^|\/)(lock|sending\.lock)(\.break)?$/.test(path);
const isTemp = (path: string): boolean => /(^|\/)\..*\.tmp$|\.tmp-[0-9a-f]+$/.test(path);

/** Every run stands for a process that has ended by now. Ours still lives, so a lock that it could not remove would be honoured. */
function bury(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []) {
    if (!isLock(name)) continue;
    const path = join(folder, name);
    try {
      const holder = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...holder, pid: 2 ** 22 + 1, start: null }));
    } catch {
      // Cut off while it was written; then nobody waits for it.
    }
  }
}

/** All N of one command, state and error; `stride` leaves some out. */
export async function loop(
  { name, argv: words, several = false, once = false, damaged = [] }: Case,
  state: string,
  error: ErrorName,
  template: World,
  stride = 1,
  offset = 0,
): Promise<Tally> {
  const points: Record<string, number> = {};
  const faults: string[] = [];
  const root = mkdtempSync(join(tmpdir(), 'ascpi-fault-'));
  try {
    const before = stateOf(template.folder);
    const reference = startedIn(template, join(root, 'reference'));
    const argv = (world: World) => words.map((word) => word.replace('{out}', world.out));
    const said = await reference.run(...argv(reference));
    if (said.code !== 0) throw new Error(`${name}: exit ${said.code}: ${said.err}`);
    const after = stateOf(reference.folder);
    for (let at = 1 + offset; ; at += stride) {
      const world = startedIn(template, join(root, String(at)));
      const { result, fired } = await withFault(world.folder, error, at, () => world.run(...argv(world)));
      if (fired === undefined) break;
      points[fired] = (points[fired] ?? 0) + 1;
      const fault = (what: string) => faults.push(`${name} on ${state}, ${error} at ${at} (${fired}): ${what}`);
      bury(world.folder);
      await judge(
        {
          world,
          before,
          after,
          several,
          damaged,
          isOnce: once && result === 'killed',
          isRemoval: /^(rm|unlink)Sync$/.test(fired),
          code: result === 'killed' ? undefined : result.code,
          err: result === 'killed' ? '' : result.err,
        },
        fault,
        argv(world),
      );
      rmSync(world.folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { command: name, state, error, points, faults };
}

interface Judged {
  readonly world: World;
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
  readonly several: boolean;
  readonly isOnce: boolean;
  /** findings that were there before */
  readonly damaged: readonly string[];
  /** the call that failed was one that removes */
  readonly isRemoval: boolean;
  readonly code: number | undefined;
  readonly err: string;
}

async function judge(
  { world, before, after, several, isOnce, damaged, isRemoval, code, err }: Judged,
  fault: (what: string) => void,
  argv: readonly string[],
) {
  const now = stateOf(world.folder);
  const paths = Object.keys(now);
  const mine = Object.fromEntries(Object.entries(now).filter(([path]) => !isTemp(path) && !isLock(path)));
  const [isBefore, isAfter] = [same(mine, before), same(mine, after)];
  if (code !== undefined) {
    // What can't be removed is removed by doctor; a lock is a dead one as soon as its process ends.
    const left = paths.filter(isTemp);
    if (left.length > 0 && !isRemoval) fault(`left ${left.join(', ')}`);
    if (![0, 1].includes(code)) fault(`exit ${code}: ${err}`);
    if (code === 1 && !/(^|\n)ascpi: can't .*\n$/.test(err)) fault(`says ${JSON.stringify(err)}`);
    if (code === 0 && !isAfter && !/could not be noted/.test(err)) fault('exit 0, and not saved');
    if (code === 1 && !isBefore && !several) fault('exit 1, and the state is not the one before');
  }
  const strange = Object.entries(mine).filter(([path, text]) => text !== before[path] && text !== after[path]);
  const gone = Object.keys(before).filter((path) => !(path in mine) && path in after);
  if (strange.length > 0 || gone.length > 0)
    fault(`neither old nor new: ${[...strange.map(([path]) => path), ...gone].join(', ')}`);
  if (!isBefore && !isAfter && !several) fault('the state is neither the one before nor the one after');
  for (const path of paths.filter((each) => !isTemp(each))) {
    if ((statSync(join(world.folder, path)).mode & 0o077) !== 0) fault(`others may read ${path}`);
  }
  await world.run('doctor');
  const doctor = await world.run('doctor', '--json');
  const findings = JSON.parse(doctor.out || '{"findings":[]}').findings as {
    id: string;
    level: string;
    message: string;
  }[];
  const bad = findings.filter(
    ({ level, id }) =>
      level !== 'ok' &&
      id !== 'settings' &&
      !id.startsWith('orphan:') &&
      id !== 'set-aside' &&
      !(isBefore && damaged.includes(id)),
  );
  if (doctor.code !== 0 || bad.length > 0)
    fault(`doctor: ${bad.map(({ message }) => message).join('; ')}${doctor.err}`);
  const stray = Object.keys(stateOf(world.folder)).filter(
    // What a killed process left in the folder of -o is not where doctor looks.
    (path) => path.startsWith('home/') && (isTemp(path) || isLock(path)),
  );
  if (stray.length > 0) fault(`doctor left ${stray.join(', ')}`);
  if (!isBefore || isOnce) return;
  // Another process: its ids begin anew.
  const again = await worldIn(world.folder, 'n').run(...argv);
  if (again.code !== 0 || !same(withoutOut(stateOf(world.folder)), withoutOut(after)))
    fault(`run again: exit ${again.code}: ${again.err}`);
}

/** The files of -o without temporary ones. */
const withoutOut = (state: Record<string, string>) =>
  Object.fromEntries(Object.entries(state).filter(([path]) => !(path.startsWith('out/') && isTemp(path))));

const same = (one: Record<string, string>, other: Record<string, string>): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};
