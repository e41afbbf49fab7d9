// What is kept of journeys from run to run never says anything but the journeys themselves, and goes with whom it names.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { Failure } from '../../src/domain/failure.ts';
import { type Gist, gistOf, type MadeGist } from '../../src/domain/gist.ts';
import { type Journey, record } from '../../src/domain/journey.ts';
import { openFileStore } from '../../src/stores/file-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { generatedCohort } from '../domain/generated-cohort.ts';
import { shippedRulebook } from '../domain/shipped.ts';
import { tempFolder } from './temp-folder.ts';

const rulebook = shippedRulebook();
const day = (text: string) => text as CivilDate;
const TODAY = day('2026-12-15');
const COUNT = 120;

let home: string;
let store: Store & Required<Pick<Store, 'visitGists'>>;
const cache = () => join(home, 'roster.cache');
const fileOf = (id: string) => join(home, 'journeys', `${id}.json`);

beforeEach(async () => {
  home = tempFolder();
  store = openFileStore(home) as typeof store;
  await store.saveAll(generatedCohort(COUNT, TODAY));
  startedLater();
});
afterEach(() => vi.restoreAllMocks());

/** As a process that starts when all that was written so far has long been there. */
function startedLater(): void {
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() + 60_000);
}

/** What is shown of each, and who had to be read for it. */
async function shown(today = TODAY, stamp = 'rules of today') {
  const read: string[] = [];
  const found: (readonly [string, unknown])[] = [];
  const of = (journey: Journey): MadeGist => {
    read.push(journey.id);
    return gistOf(journey, today, rulebook);
  };
  await store.visitGists({ today, stamp: () => stamp, of }, (id, gist) => {
    found.push([id, gist instanceof Failure ? gist.kind : plain(gist)]);
  });
  return { found, read };
}

/** As JSON, without the day on which it was made. */
const plain = ({ profile, standing, counts, fresh, others }: Gist): unknown =>
  JSON.parse(JSON.stringify({ profile, standing, counts, fresh, others }));

/** What the journeys say, asked one by one. */
async function anew(today = TODAY) {
  const found: (readonly [string, unknown])[] = [];
  for (const id of await store.list()) {
    try {
      found.push([id, plain(gistOf(await store.load(id), today, rulebook))]);
    } catch (error) {
      found.push([id, (error as Failure).kind]);
    }
  }
  return found;
}

const note = async (id: string): Promise<void> => {
  const recorder = { by: 'tester', at: '2026-12-15T08:00:00Z', newId: () => 'note-0001' };
  await store.save(record(await store.load(id), { kind: 'note', on: TODAY, text: 'called' }, recorder));
};

describe('a roster that nobody changes', () => {
  test('is read once', async () => {
    expect((await shown()).read).toHaveLength(COUNT);
    const second = await shown();
    expect(second.read).toEqual([]);
    expect(second.found).toEqual(await anew());
  });

  test('keeps it private', async () => {
    await shown();
    if (process.platform !== 'win32') expect(statSync(cache()).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('of few candidates keeps nothing', async () => {
    for (const id of (await store.list()).slice(40)) await store.remove(id);
    await shown();
    expect(existsSync(cache())).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'in a folder that can’t be written to is answered all the same',
    async () => {
      chmodSync(home, 0o500);
      expect((await shown()).found).toEqual(await anew());
      expect(existsSync(cache())).toBe(false);
      chmodSync(home, 0o700);
    },
  );
});

describe('what changed is read again, and nothing else', () => {
  const deeds: readonly [what: string, deed: () => unknown, read: readonly string[]][] = [
    ['a fact was recorded', () => note('c00007'), ['c00007']],
    ['a journey was added', () => store.save({ ...(generatedCohort(1, TODAY, 7)[0] as Journey), id: 'new' }), ['new']],
    ['a journey was removed', () => rmSync(fileOf('c00007')), []],
    [
      'a name was edited by hand, as long as the one before it',
      () =>
        writeFileSync(
          fileOf('c00007'),
          readFileSync(fileOf('c00007'), 'utf8')
            .replace('Candidate', 'Kandidate')
            .replace(/,\n {2}"checksum": "\w+"/, ''),
        ),
      ['c00007'],
    ],
    ['a file was touched', () => utimesSync(fileOf('c00007'), 1e9, 1e9), ['c00007']],
    [
      'a byte flipped, and the time of the file was put back',
      () => {
        const { atime, mtime } = statSync(fileOf('c00007'));
        writeFileSync(fileOf('c00007'), readFileSync(fileOf('c00007'), 'utf8').replace('Candidate', 'Kandidate'));
        utimesSync(fileOf('c00007'), atime, mtime);
      },
      [],
    ],
  ];
  test.each(deeds)('%s', async (_, deed, read) => {
    await shown();
    await deed();
    const second = await shown();
    expect(second.read).toEqual(read);
    expect(second.found).toEqual(await anew());
  });

  test('a journey that changed a moment ago is read until it is settled', async () => {
    vi.restoreAllMocks();
    await shown();
    expect((await shown()).read).toHaveLength(COUNT);
    startedLater();
    await shown();
    expect((await shown()).read).toEqual([]);
  });

  test('other rules: all of it', async () => {
    await shown();
    expect((await shown(TODAY, 'rules of tomorrow')).read).toHaveLength(COUNT);
    expect((await shown(TODAY, 'rules of tomorrow')).read).toEqual([]);
  });

  test('other days: those for whom something changes', async () => {
    await shown();
    for (const each of ['2026-12-16', '2026-12-20', '2027-02-01', '2026-11-01', '2026-12-15']) {
      const { found, read } = await shown(day(each));
      expect(found).toEqual(await anew(day(each)));
      if (each === '2026-12-16') expect(read.length).toBeLessThan(COUNT / 2);
    }
  });
});

describe('a file that is not what was kept', () => {
  const damages: readonly [what: string, damage: (bytes: Buffer) => Buffer | string][] = [
    ['is empty', () => ''],
    ['is text of somebody else', () => 'hello\n'],
    ['is cut short', (bytes) => bytes.subarray(0, bytes.length - 1000)],
    ['ends after its first block', (bytes) => bytes.subarray(0, 60)],
    ['is all zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['claims a block of 4 GB', (bytes) => Buffer.concat([Buffer.from('00000000 ffffffff\n'), bytes])],
    [
      'has one more byte in the middle',
      (bytes) => Buffer.concat([bytes.subarray(0, 5000), Buffer.from('x'), bytes.subarray(5000)]),
    ],
  ];
  test.each(damages)('that %s tells nothing', async (_, damage) => {
    await shown();
    writeFileSync(cache(), damage(readFileSync(cache())));
    expect((await shown()).found).toEqual(await anew());
    expect((await shown()).read).toEqual([]);
  });

  test('whichever byte of it is flipped, in whichever bit', async () => {
    await shown();
    const right = readFileSync(cache());
    const expected = await anew();
    for (let at = 3; at < right.length; at += Math.ceil(right.length / 150)) {
      const wrong = Buffer.from(right);
      wrong[at] = (wrong[at] as number) ^ (1 << (at % 8));
      writeFileSync(cache(), wrong);
      expect((await shown()).found, `byte ${at}`).toEqual(expected);
    }
  });

  test.skipIf(process.platform === 'win32')('is a pipe that nobody writes to', async () => {
    await shown();
    rmSync(cache());
    execFileSync('mkfifo', [cache()]);
    expect((await shown()).found).toEqual(await anew());
    expect((await shown()).read).toEqual([]);
  });

  test('is a folder', async () => {
    await shown();
    rmSync(cache());
    await openFileStore(join(home, 'roster.cache')).saveAll(generatedCohort(1, TODAY));
    expect((await shown()).found).toEqual(await anew());
  });
});

describe('who is erased', () => {
  test('is not named in it', async () => {
    await store.save({
      ...(generatedCohort(1, TODAY)[0] as Journey),
      id: 'canary',
      profile: { name: 'Canary Bird', credential: 'MLS(ASCPi)' },
    });
    await shown();
    expect(readFileSync(cache(), 'latin1')).toContain('Canary Bird');
    await store.remove('canary');
    expect(existsSync(cache())).toBe(false);
    await shown();
    expect(readFileSync(cache(), 'latin1')).not.toContain('anary');
  });

  test('while the roster is read does not come back', async () => {
    const names: string[] = [];
    const of = (journey: Journey): MadeGist => gistOf(journey, TODAY, rulebook);
    await store.visitGists({ today: TODAY, stamp: () => 'x', of }, (id) => {
      // Another process, in the middle of it.
      if (id === 'c00050') rmSync(fileOf('c00007'));
      names.push(id);
    });
    expect(names).toContain('c00007');
    expect(readFileSync(cache(), 'latin1')).not.toContain('c00007');
  });
});
