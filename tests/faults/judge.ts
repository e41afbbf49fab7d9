// What must hold after a fault: the old or the new state, told by the exit code; nothing foreign, nothing open; and it can be run again.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../cli/terminal.ts';
import type { Case } from './loop.ts';
import { filter, isLock, isSame, isTemp, lost, type State, stateOf } from './state.ts';
import { type World, worldIn } from './world.ts';

interface Judged {
  readonly each: Case;
  readonly template: World;
  readonly world: World;
  readonly argv: readonly string[];
  readonly before: State;
  readonly after: State;
  /** the exit code without a fault; not 0 where the command is refused */
  readonly usual: number;
  /** the call that failed */
  readonly fired: string;
  readonly result: Said | 'killed';
}

type Tell = (what: string) => void;

/** Tells every fault, and returns what was lost. */
export async function judge(judged: Judged, fault: Tell): Promise<string[]> {
  const { each, world, before, after, usual, result } = judged;
  const isDone = result !== 'killed' && result.code === 0 && !isUnnoted(result.err);
  const now = stateOf(world.folder);
  const mine = filter(now, (path) => !isTemp(path) && !isLock(path));
  const [isBefore, isAfter] = [isSame(mine, before), isSame(mine, after)];
  const isHalf = each.together === true && result === 'killed' && !isBefore && !isAfter;
  if (result !== 'killed') judgeExit(judged, result, { now, isBefore, isAfter }, fault);
  if (!each.steps && !isPartial(each, result)) {
    const strange = Object.entries(mine).filter(([path, text]) => text !== before[path] && text !== after[path]);
    const gone = Object.keys(before).filter((path) => !(path in mine) && path in after);
    if (strange.length > 0 || gone.length > 0)
      fault(`neither old nor new: ${[...strange.map(([path]) => path), ...gone].join(', ')}`);
    if (!isBefore && !isAfter && !each.several && !isHalf)
      fault('the state is neither the one before nor the one after');
  }
  for (const path of Object.keys(now).filter((name) => !isTemp(name)))
    if (isOpen(world, path) && !isOpen(judged.template, path)) fault(`others may read ${path}`);
  await judgeDoctor(judged, isBefore, fault);
  const gone = lost(before, after, stateOf(world.folder), isDone && usual === 0);
  const isAgain = isBefore && !(each.once && result === 'killed');
  if (isAgain || isHalf || each.steps) await judgeAgain(judged, isHalf || each.steps === true, fault);
  return gone;
}

const isPartial = ({ partial }: Case, result: Said | 'killed'): boolean =>
  partial === true &&
  result !== 'killed' &&
  result.code === 1 &&
  /can['’]t be read|can't read|do not hold the same/i.test(result.out + result.err);

/** A backup counts even where the home can't be told of it. */
const isUnnoted = (err: string): boolean => err.includes('could not be noted');

const isOpen = ({ folder }: World, path: string): boolean =>
  ((statSync(join(folder, path), { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;

interface Seen {
  readonly now: State;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

function judgeExit({ each, usual, fired }: Judged, result: Said, { now, isBefore, isAfter }: Seen, fault: Tell): void {
  const { code, err } = result;
  // What can't be removed is removed by doctor; a lock is a dead one as soon as its process ends.
  const left = Object.keys(now).filter(isTemp);
  if (left.length > 0 && !/^(rm|unlink)Sync$/.test(fired)) fault(`left ${left.join(', ')}`);
  if (![usual, 1].includes(code)) fault(`exit ${code}: ${err}`);
  if (each.steps || isPartial(each, result)) return;
  if (code === 1 && !/(^|\n)ascpi: can't .*\n$/.test(err)) fault(`says ${JSON.stringify(err)}`);
  if (code === usual && !isAfter && !isUnnoted(err)) fault(`exit ${code}, and not saved`);
  if (code === 1 && !isBefore && !each.several) fault('exit 1, and the state is not the one before');
}

/** What may be told after a fault: a setting for who is gone, what is kept for safety, and what is removed at once. */
const isKnown = (id: string): boolean =>
  ['settings', 'set-aside', 'leftovers'].includes(id) || id.startsWith('orphan:');

async function judgeDoctor({ each, world }: Judged, isBefore: boolean, fault: Tell): Promise<void> {
  const doctor = await world.run('doctor', '--json');
  const findings: { id: string; level: string; message: string }[] = JSON.parse(
    doctor.out || '{"findings":[]}',
  ).findings;
  const bad = findings.filter(
    ({ level, id }) => level !== 'ok' && !isKnown(id) && !(isBefore && each.damaged?.includes(id)),
  );
  if (doctor.code !== 0 || bad.length > 0)
    fault(`doctor: ${bad.map(({ message }) => message).join('; ')}${doctor.err}`);
  const stray = Object.keys(stateOf(world.folder)).filter(
    // What a killed process left in the folder of -o is not where doctor looks.
    (path) => path.startsWith('home/') && (isTemp(path) || isLock(path)),
  );
  if (stray.length > 0) fault(`doctor left ${stray.join(', ')}`);
}

/** Another process: its ids begin anew. What had been done in part has other ids then, and the same files. */
async function judgeAgain({ world, argv, after, usual }: Judged, isOnTheWay: boolean, fault: Tell): Promise<void> {
  const again = await worldIn(world.folder, 'n').run(...argv);
  const now = filter(stateOf(world.folder), (path) => !(path.startsWith('out/') && (isTemp(path) || isLock(path))));
  const isThere = isOnTheWay
    ? Object.keys(after).every((path) => path in now) && Object.keys(now).every((path) => path in after)
    : isSame(now, after);
  if (again.code !== usual || !isThere) fault(`run again: exit ${again.code}: ${again.err}`);
}
