// `ascpi plan --compare` and `--scenario`: side by side, from texts and files; nothing tried is ever stored.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookedJourney, type Terminal, temporaryHome, terminal } from './terminal.ts';

interface Plan {
  readonly name: string;
  readonly attempt: number;
  readonly tried: readonly string[];
  readonly verdict?: string;
  readonly target?: { readonly id: string; readonly by: string };
  readonly expected: readonly { readonly id: string; readonly latest: string }[];
  readonly scores: { readonly latest: string } | null;
  readonly attempts: { readonly used: number; readonly left: number };
  readonly assumptions: readonly { readonly id: string; readonly text: string }[];
}

const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, readFileSync(file, 'utf8')]);

async function booked(setting = {}): Promise<Terminal> {
  const where = terminal(setting);
  await bookedJourney(where);
  return where;
}
const compared = async (where: Terminal, ...argv: string[]) =>
  ((await where.json('plan', ...argv)) as unknown as { scenarios: readonly Plan[] }).scenarios;

function fileWith(content: unknown): string {
  const folder = temporaryHome();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'later.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('each scenario has its name and all fields of a plan', async () => {
  const where = await booked();
  const [pass, fail] = await compared(where, '--by', '2027-06-01', '--compare', 'result=pass', 'result=fail');
  expect(pass).toMatchObject({
    name: 'result=pass',
    attempt: 1,
    tried: ['result=pass'],
    verdict: 'feasible',
    scores: { latest: '2027-01-22' },
    attempts: { used: 1, left: 4 },
  });
  expect(pass?.expected.find(({ id }) => id === 'certificate')?.latest).toBe('2027-03-12');
  expect(fail).toMatchObject({ name: 'result=fail', attempt: 2, target: { id: 'certificate', by: '2027-06-01' } });
});

test('a scenario stands on the other options, and its own words win', async () => {
  const where = await booked();
  const [first, second] = await compared(
    where,
    '--by=2027-06-01',
    '--exam=2027-02-10',
    '--compare',
    'assume.transcript=6w',
    'exam=2027-02-20,by=2027-03-01',
  );
  expect(first?.tried).toEqual(['exam=2027-02-10', 'assume.transcript=6w']);
  expect(second).toMatchObject({
    tried: ['exam=2027-02-20'],
    target: { by: '2027-03-01' },
    verdict: 'infeasible',
  });
  const asked = await where.run('plan', '--check', '--compare', 'by=2027-06-01', 'by=2027-01-20');
  expect(asked.code).toBe(4);
});

test('a file, alone and side by side', async () => {
  const where = await booked();
  const file = fileWith({
    name: 'A later exam',
    set: ['admission=2026-12-12'],
    exam: '2027-02-20',
    assume: { appointment: '2w' },
    by: '2027-06-01',
  });
  const alone = (await where.json('plan', '--scenario', file, '--exam', '2027-02-22')) as unknown as Plan;
  expect(alone).toMatchObject({
    tried: ['admission=2026-12-12', 'exam=2027-02-22', 'assume.appointment=2w'],
    target: { by: '2027-06-01' },
  });
  const [late, soon] = await compared(where, '--compare', file, 'exam=2027-01-16');
  expect([late?.name, soon?.name]).toEqual(['A later exam', 'exam=2027-01-16']);
  const unnamed = fileWith({ result: 'fail' });
  expect((await compared(where, '--compare', unnamed, file)).map(({ name }) => name)).toEqual([
    unnamed,
    'A later exam',
  ]);
});

test('a single length stands for both ends of a range', async () => {
  const where = await booked();
  await where.run('undo');
  const { assumptions } = (await where.json('plan', '--assume', 'appointment=6w')) as unknown as Plan;
  expect(assumptions.find(({ id }) => id === 'appointment')?.text).toBe('6 weeks to 6 weeks');
});

test('a table with a column for each, which fits; a list where it does not', async () => {
  const argv = ['plan', '--by', '2027-06-01', '--compare', 'result=pass', 'result=fail'];
  const wide = (await (await booked({ tty: true, columns: 80, env: { NO_COLOR: '1' } })).run(...argv)).out;
  expect(wide).toMatch(/^What +A +B$/m);
  expect(wide).toMatch(/^Exam +15 Jan 2027 +\d/m);
  expect(wide).toMatch(/^Verdict +feasible +\w+/m);
  expect(wide).toContain('Nothing is recorded');
  const narrow = (await (await booked({ tty: true, columns: 40, env: { NO_COLOR: '1' } })).run(...argv)).out;
  for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
});

const good = '{"set": ["exam=2027-01-16"]}';
const refused: [string, () => string[], RegExp][] = [
  ['one scenario alone', () => ['--compare', 'result=fail'], /second is missing/],
  ['no scenario', () => ['--compare'], /argument missing/],
  ['too many', () => ['--compare', ...Array.from({ length: 9 }, () => 'result=fail')], /9 scenarios are too many/],
  ['nothing', () => ['--compare', '', 'result=fail'], /the scenario file ""/],
  ['a file that is not there', () => ['--compare', 'later.json', 'result=fail'], /"later.json" is not there/],
  ['a folder', () => ['--scenario', '.'], /"\." can't be used: it is a folder/],
  ['no JSON', () => ['--scenario', fileWith('exam=2027-01-15')], /later\.json" can't be used: its line 1 is cut short/],
  ['a list', () => ['--scenario', fileWith('[1]')], /not an object/],
  ['an empty file', () => ['--scenario', fileWith('')], /it is empty/],
  ['a huge file', () => ['--scenario', fileWith(`${good}${' '.repeat(2 ** 20)}`)], /larger than 1 MB/],
  ['a key nobody knows', () => ['--scenario', fileWith({ exm: '2027-01-15' })], /unknown key "exm".*Keys: name/],
  ['a key that harms', () => ['--scenario', fileWith({ '\u001b[31m': 1 })], /unknown key "\\u001b/],
  ['a wrong kind', () => ['--scenario', fileWith({ set: 'exam=2027-01-15' })], /has a fault: "set: /],
  ['a wrong length', () => ['--scenario', fileWith({ assume: { transcript: 6 } })], /fault: "assume.transcript: /],
  ['a wrong day', () => ['--scenario', fileWith({ exam: '2027-02-30' })], /later\.json" has a fault: .*2027-02-30/],
  ['two targets', () => ['--scenario', fileWith({ by: '2027-06-01', examBy: '2027-06-01' })], /one target/],
  ['no such fact', () => ['--compare', 'party=2027-01-01', 'result=fail'], /"party=2027-01-01" sets nothing/],
  ['no such assumption', () => ['--compare', 'assume.transcrip=6w', 'result=fail'], /Did you mean transcript/],
  ['a rule for an assumption', () => ['--assume', 'exam-window=6w'], /no assumption "exam-window"/],
  ['a length without its unit', () => ['--assume', 'visa=6'], /"6" is not a value/],
];

test.each(refused)('%s is refused on one line', async (_, argv, expected) => {
  const where = await booked();
  const before = bytesOf(where.home);
  const { code, out, err } = await where.run('plan', ...argv());
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(expected);
  expect(err).toMatch(/^ascpi: [^\n]{10,500}[.?]\n$/);
  expect(bytesOf(where.home)).toEqual(before);
});

test('no plan changes a byte of the store', async () => {
  const where = await booked();
  await where.run('check', 'passport', '--valid-until', '2027-01-14');
  const before = bytesOf(where.home);
  const file = fileWith({ result: 'fail', startWork: '2030-01-01' });
  for (const argv of [
    [],
    ['--by', '2027-06-01'],
    ['--exam-by', '2027-02-01', '--check'],
    ['--start-work', '2030-01-01'],
    ['--exam', '2027-02-10', '--result', 'fail'],
    ['--set', 'admission=2026-12-12', '--assume', 'transcript=6w'],
    ['--scenario', file],
    ['--compare', file, 'result=pass'],
  ]) {
    for (const format of ['text', 'json', 'markdown']) {
      const { code, err } = await where.run('plan', ...argv, '--format', format);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
  }
  expect(bytesOf(where.home)).toEqual(before);
});
