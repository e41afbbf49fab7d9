// `ascpi store copy`: copies all of one store to another, in steps that can be run again, and compares both afterwards.
import { createHash } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { journeyText } from '../../stores/journey-text.ts';
import { type Copy, type Store, sharedNames } from '../../stores/store.ts';
import { type CopyReport, copiedView } from '../../views/store.ts';
import type { Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import { loadEach } from '../roster/load-each.ts';
import type { Run } from '../run.ts';

/** So many are kept in one step. */
const TOGETHER = 200;

export async function decide(run: Run, options: Options): Promise<Outcome> {
  const to = given(options, 'to');
  if (to === undefined) {
    throw new Failure('usage', 'the store to fill is missing', 'Name it: --to postgres://user@server/database');
  }
  const source = run.openStore(given(options, 'from') ?? run.storeAddress());
  const target = run.openStore(to);
  if (source.address === target.address) {
    throw new Failure('usage', 'both addresses name the same store', 'Name another with --from or --to');
  }
  const close = async () => void (await Promise.all([source.close(), target.close()]));
  const { dryRun, force } = run.globals;
  const plan = await compare(source, target, force).catch(async (error) => {
    await close();
    throw error;
  });
  const { ids, same, differing, unread } = plan;
  const said = { from: source.address, to: target.address, same, differing, unread, copied: ids.length, dryRun };
  if (dryRun) await close();
  return {
    view: copiedView(said, run.today),
    perform: async (publish) => {
      try {
        const report = await copied(source, target, said, plan, run);
        await publish(copiedView(report, run.today));
        return isWhole(report) ? {} : { exit: EXIT_INCOMPLETE };
      } finally {
        await close();
      }
    },
  };
}

async function copied(source: Store, target: Store, said: CopyReport, plan: Plan, run: Run): Promise<CopyReport> {
  await copyAll(source, target, plan.ids, run.progress('Copied', plan.ids.length));
  const differing = [...plan.differing, ...(await copyShared(source, target, run.globals.force))];
  const checked = await verify(source, target, new Set([...plan.differing, ...plan.unread]));
  return { ...said, differing, checked };
}

const isWhole = ({ differing, unread, checked }: CopyReport): boolean =>
  differing.length === 0 && unread.length === 0 && checked?.isSame === true;

/** Something was left alone or could not be read. */
const EXIT_INCOMPLETE = 1;

interface Plan {
  /** to be copied */
  readonly ids: readonly string[];
  readonly same: number;
  /** not older there, and not the same */
  readonly differing: readonly string[];
  readonly unread: readonly string[];
}

async function compare(source: Store, target: Store, force: boolean): Promise<Plan> {
  const there = new Set(await target.list());
  const [ids, differing, unread]: [string[], string[], string[]] = [[], [], []];
  let same = 0;
  for await (const some of inLots(loadEach(source, await source.list()))) {
    const others = await loadSome(
      target,
      some.map(({ id }) => id).filter((id) => there.has(id)),
    );
    for (const { id, found } of some) {
      if (found instanceof Failure) {
        unread.push(id);
        continue;
      }
      const other = others.get(id);
      if (!other) ids.push(id);
      else if (!(other instanceof Failure) && journeyText(other) === journeyText(found)) same += 1;
      else if (force || (!(other instanceof Failure) && isBefore(other, found))) ids.push(id);
      else differing.push(id);
    }
  }
  return { ids, same, differing, unread };
}

/** Whether one journey is the other at an earlier time: all that it holds is in the other too. */
function isBefore(one: Journey, other: Journey): boolean {
  if (one.revision >= other.revision) return false;
  const held = new Set(other.facts.map((fact) => JSON.stringify(fact)));
  return one.facts.every((fact) => held.has(JSON.stringify(fact)));
}

async function copyAll(source: Store, target: Store, ids: readonly string[], tell: (count: number) => void) {
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const some = ids.slice(at, at + TOGETHER);
    const copies: Copy[] = [];
    for await (const { id, found } of loadEach(source, some)) {
      if (found instanceof Failure) throw found;
      copies.push({ journey: found, previous: (await previousOf(source, id, found)) ?? null });
    }
    await target.place(copies);
    tell(at + some.length);
  }
}

/** A first version has none; one that can't be read is not worth failing for, nor copying. */
async function previousOf(source: Store, id: string, { revision }: Journey): Promise<Journey | undefined> {
  if (revision === 1) return undefined;
  try {
    return await source.previous(id);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'damaged') return undefined;
    throw error;
  }
}

/** Gives the names of documents that were left alone. */
async function copyShared(source: Store, target: Store, force: boolean): Promise<string[]> {
  const left: string[] = [];
  for (const name of sharedNames) {
    const [own, other] = [await source.readShared(name), await target.readShared(name)];
    if (!own || JSON.stringify(own) === JSON.stringify(other)) continue;
    if (!other || force || other.revision < own.revision) await target.placeShared(name, own);
    else left.push(name);
  }
  return left;
}

/** Reads both again: nothing that was remembered takes part. */
async function verify(
  source: Store,
  target: Store,
  without: ReadonlySet<string>,
): Promise<NonNullable<CopyReport['checked']>> {
  const ids = (await source.list()).filter((id) => !without.has(id));
  const others = (await target.list()).length - ids.length;
  const [own, copied] = [await checksumOf(source, ids), await checksumOf(target, ids)];
  return { journeys: copied.count, checksum: copied.checksum, others, isSame: own.checksum === copied.checksum };
}

async function checksumOf(store: Store, ids: readonly string[]): Promise<{ count: number; checksum: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { found } of loadEach(store, ids)) {
    if (found instanceof Failure) continue;
    hash.update(journeyText(found));
    count += 1;
  }
  return { count, checksum: hash.digest('hex').slice(0, 16) };
}

async function loadSome(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Journey | Failure>> {
  const found = new Map<string, Journey | Failure>();
  for await (const each of loadEach(store, ids)) found.set(each.id, each.found);
  return found;
}

async function* inLots<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let lot: T[] = [];
  for await (const item of items) {
    lot.push(item);
    if (lot.length < TOGETHER) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
