// The quick way gives the same answer as the whole program, to the byte, or none.
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { lines as linesOfOne } from '../../../src/cli/is-of-one.ts';
import { answerQuickly } from '../../../src/cli/quick/answer.ts';
import { ruleSource } from '../../../src/cli/rule-source.ts';
import type { CivilDate } from '../../../src/domain/civil-date.ts';
import { sealed } from '../../../src/stores/checksum.ts';
import { openFileStore } from '../../../src/stores/file-store.ts';
import { generatedCohort } from '../../domain/generated-cohort.ts';
import { scenarios } from '../../domain/scenario.ts';
import { shippedFiles } from '../../domain/shipped.ts';
import { bookedJourney, dataFolder, type Setting, type Terminal, temporaryHome, terminal } from '../terminal.ts';

const source = ruleSource(dataFolder);
const entryOf = (name: string, text: string, meaning: unknown) =>
  [name.replace('.json', ''), [text, JSON.stringify(meaning)]] as const;
const checked = {
  texts: Object.fromEntries([
    ...shippedFiles('rules').map(({ name, text }) => entryOf(name, text, source.rule(idIn(name)))),
    ...shippedFiles('calendars').map(({ name, text }) => entryOf(name, text, source.calendar(idIn(name)))),
  ]),
  lines: linesOfOne,
};

function idIn(name: string): string {
  return name.replace(/^.*\/|\.json$/g, '');
}

/** What it writes and gives back, or undefined where it leaves the answer to the whole program. */
async function quickAnswer(where: Terminal, argv: readonly string[], setting: Setting = {}) {
  const { day = '2026-12-15', env = {}, tty = false, columns, data = dataFolder } = setting;
  const said = { out: '', err: '' };
  const sink = (stream: keyof typeof said) => ({
    write: (text: string | Uint8Array) => {
      said[stream] += text;
    },
    isTTY: tty,
    columns,
  });
  const code = await answerQuickly(
    argv,
    {
      env: { ASCPI_HOME: where.home, ASCPI_USER: 'tester', LANG: 'en_US.UTF-8', ...env },
      platform: 'linux',
      localDay: () => day as CivilDate,
      stdin: { isTTY: tty },
      stdout: sink('out'),
      stderr: sink('err'),
      dataFolder: data,
    },
    checked,
  );
  if (code === undefined) expect(said).toEqual({ out: '', err: '' });
  return code === undefined ? undefined : { code, ...said };
}

/** Of an answer that is no question with a no. */
async function quickly(where: Terminal, argv: readonly string[], setting: Setting = {}): Promise<string | undefined> {
  const answer = await quickAnswer(where, argv, setting);
  if (answer) expect(answer).toMatchObject({ code: 0 });
  return answer?.out;
}

/** So many lines are of the roster. */
const MANY = 9;
const lines = [
  ...['status', 'next', '', 'status --json', 'next --json', 'status --accessible', 'next -q'],
  ...['remind', 'remind --json', 'remind --check', 'remind -q', 'remind --accessible', 'remind -c <id>'],
  ...['candidates', 'candidates --json', 'candidates --accessible'],
];
const all = scenarios();
test.each(all)('$file: $says', async ({ journey, today }) => {
  const where = terminal();
  // A store saves what follows the stored revision.
  await openFileStore(where.home).save({ ...journey, revision: 1 });
  let answered = 0;
  for (const words of lines) {
    const argv = [...words.replace('<id>', journey.id).split(' '), '--today', today].filter(Boolean);
    const answer = await quickAnswer(where, argv);
    if (answer === undefined) continue;
    answered += 1;
    expect(answer).toEqual(await where.run(...argv));
  }
  // A passport that ends too early is explained by the checklist, which only the whole program reads.
  expect([MANY, lines.length]).toContain(answered);
});

test('most scenarios have a quick answer', async () => {
  const answers: (string | undefined)[] = [];
  for (const { journey, today } of all) {
    const where = terminal();
    await openFileStore(where.home).save({ ...journey, revision: 1 });
    answers.push(await quickly(where, ['status', '--today', today]));
  }
  expect(answers.filter((answer) => answer !== undefined).length / all.length).toBeGreaterThan(0.8);
});

test('any arguments: the same as the whole program, or none', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('start', '--id', 'other', '--name', 'Juan Cruz', '--credential', 'MLS');
  const words = [
    ...[
      'status',
      'next',
      'remind',
      'candidates',
      '--check',
      'why',
      'help',
      '--json',
      '--format',
      'json',
      'text',
      '-c',
      '--candidate',
      'other',
      'OTHER',
    ],
    ...['maria-santos', 'nobody', '../x', '--today', '2026-12-20', '2026-02-30', '-q', '--quiet', '--no-color', '--'],
    ...['--no-input', '--accessible', '-cother', '--candidate=other', '-qc', '', '-', '-h', '--version', '--dry-run'],
    ...['__proto__', 'constructor', '-y', '--store', '-o', '/nowhere/file.md', '--json=1', '--jso', 'exam'],
  ];
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 6 }), fc.boolean(), async (argv, candidate) => {
      const setting = candidate ? { env: { ASCPI_CANDIDATE: 'other' } } : {};
      const answer = await quickAnswer(where, argv, setting);
      if (answer === undefined) return;
      answered += 1;
      expect(answer).toEqual(await terminal({ ...setting, home: where.home }).run(...argv));
    }),
    { numRuns: 3000, examples: [[['status', '-c', 'other'], false]] },
  );
  expect(answered).toBeGreaterThan(20);
});

test.each<[string, Setting]>([
  ['a terminal with colours', { tty: true, columns: 60 }],
  ['a narrow pipe', { env: { COLUMNS: '40' } }],
  ['colours by force', { env: { FORCE_COLOR: '1' } }],
  ['no colours', { tty: true, columns: 90, env: { NO_COLOR: '1' } }],
  ['a terminal without Unicode', { tty: true, columns: 90, env: { LANG: 'C' } }],
  ['the environment', { env: { ASCPI_TODAY: '2026-12-20', ACCESSIBLE: '1' } }],
])('%s', async (_, setting) => {
  const where = terminal();
  await bookedJourney(where);
  const said = await terminal({ ...setting, home: where.home }).run('status');
  expect(await quickly(where, ['status'], setting)).toBe(said.out);
});

test('plain settings count', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('start', '--id', 'other', '--name', 'Juan Cruz', '--credential', 'MLS');
  expect(await quickly(where, ['status'])).toBeUndefined();
  await where.run('config', 'set', 'candidate', 'other');
  await where.run('config', 'set', 'accessible', 'yes');
  const answer = await quickly(where, ['status']);
  expect(answer).toContain('Juan Cruz');
  expect(answer).toBe((await where.run('status')).out);
});

test('a roster of many, and what is kept of it', async () => {
  const where = terminal();
  const today = '2026-12-15' as CivilDate;
  const cache = join(where.home, 'roster.cache');
  await openFileStore(where.home).saveAll(generatedCohort(80, today));
  // What changed a moment ago is not kept.
  const startedLater = () => vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() + 60_000);
  const roster = ['candidates', 'candidates --json', 'remind', 'remind --check --json'].map((line) => line.split(' '));
  const alike = async (argv: readonly string[]) => {
    const answer = await quickAnswer(where, argv);
    expect(answer).toBeDefined();
    expect(answer).toEqual(await where.run(...argv));
  };
  for (const argv of roster) await alike(argv);
  startedLater();
  // Both keep the same.
  const kept = async (ask: () => Promise<unknown>): Promise<string> => {
    rmSync(cache, { force: true });
    await ask();
    return readFileSync(cache, 'latin1');
  };
  const quick = await kept(() => quickAnswer(where, ['remind']));
  expect(await kept(() => where.run('remind'))).toBe(quick);
  for (const day of ['2026-12-15', '2026-12-16']) for (const argv of roster) await alike([...argv, '--today', day]);
  vi.restoreAllMocks();
});

const file = (where: Terminal) => join(where.home, 'journeys', 'maria-santos.json');
const read = (where: Terminal) => readFileSync(file(where), 'utf8');
const unsealed = (text: string) => text.replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, '');
const settingsOf = (where: Terminal, text: string) => writeFileSync(join(where.home, 'config.json'), text);

/** What the quick way does not judge: each is left to the whole program. */
const strange: readonly [what: string, deed: (where: Terminal) => unknown][] = [
  ['a name that was edited', (where) => writeFileSync(file(where), read(where).replace('Maria', 'Marie'))],
  ['a journey without checksum', (where) => writeFileSync(file(where), unsealed(read(where)))],
  ['a journey cut short', (where) => writeFileSync(file(where), read(where).slice(0, -40))],
  ['an empty journey', (where) => writeFileSync(file(where), '')],
  [
    'a newer version',
    (where) => writeFileSync(file(where), sealed(unsealed(read(where)).replace('"version": 1', '"version": 2'))),
  ],
  [
    'a kind of fact that is not known',
    (where) => writeFileSync(file(where), sealed(unsealed(read(where)).replace('"admission"', '"admissions"'))),
  ],
  [
    'a day that is none',
    (where) => writeFileSync(file(where), sealed(unsealed(read(where)).replace('2026-11-30', '2026-11-31'))),
  ],
  [
    'another id',
    (where) => writeFileSync(file(where), sealed(unsealed(read(where)).replace('"maria-santos"', '"other"'))),
  ],
  ['null, sealed', (where) => writeFileSync(file(where), sealed('{\n  "version": null\n}\n'))],
  ['a second journey', (where) => where.run('start', '--id', 'other', '--name', 'Juan', '--credential', 'MLS')],
  ['no journey', (where) => rmSync(join(where.home, 'journeys'), { recursive: true })],
  ['an own rule', (where) => where.run('config', 'set', 'rules.exam-window', '90d')],
  ['a store elsewhere', (where) => settingsOf(where, '{ "store": "file:/tmp/elsewhere" }')],
  ['a setting that is not known', (where) => settingsOf(where, '{ "colour": "blue" }')],
  ['a setting of another type', (where) => settingsOf(where, '{ "accessible": "yes" }')],
  ['a candidate that is no id', (where) => settingsOf(where, '{ "candidate": "../x" }')],
  ['settings that are a list', (where) => settingsOf(where, '[]')],
  ['settings cut short', (where) => settingsOf(where, '{ "candidate": "maria')],
  ['settings in a circle', (where) => symlinkSync('config.json', join(where.home, 'config.json'))],
];
test.each(strange)('%s is left to the whole program', async (_, deed) => {
  const where = terminal();
  await bookedJourney(where);
  expect(await quickly(where, ['status'])).toContain('Maria Santos');
  await deed(where);
  expect(await quickly(where, ['status'])).toBeUndefined();
});

test.each([
  ['edited', (path: string) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n`)],
  ['missing', (path: string) => rmSync(path)],
])('a rule whose file is %s since the program was built is left to it', async (_, deed) => {
  const where = terminal();
  await bookedJourney(where);
  const data = join(temporaryHome(), 'data');
  cpSync(dataFolder, data, { recursive: true });
  expect(await quickly(where, ['status'], { data })).toContain('Maria Santos');
  const path = join(data, 'rules', 'soon.json');
  expect(existsSync(path)).toBe(true);
  deed(path);
  expect(await quickly(where, ['status'], { data })).toBeUndefined();
});

test('ascpi alone on a terminal is left to the guide', async () => {
  const where = terminal();
  await bookedJourney(where);
  expect(await quickly(where, [])).toContain('Maria Santos');
  expect(await quickly(where, [], { tty: true })).toBeUndefined();
});
