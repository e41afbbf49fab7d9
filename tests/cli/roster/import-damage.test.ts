// Damaged rosters: each kind alone and all of them at once are refused with every fault in its place, and nothing is changed.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentsOf } from '../../stores/temp-folder.ts';
import { bookedJourney, terminal } from '../terminal.ts';
import { type Damage, damagedLine, damages, good, joined } from './damage.ts';
import { type Fault, fileOf, headerLine, type Imported, lineOf } from './roster-file.ts';

async function importOf(input: string | Uint8Array) {
  const where = terminal({ input });
  await bookedJourney(where);
  const before = contentsOf(where.home);
  const said = await where.run('candidates', 'import', '-', '--json');
  expect(contentsOf(where.home)).toEqual(before);
  return said;
}

const faultsOf = (out: string): readonly Fault[] => (JSON.parse(out) as Imported).faults;

test('there are at least 57 kinds', () => {
  expect(new Set(damages.map(({ name }) => name)).size).toBeGreaterThanOrEqual(57);
});

test.each(damages.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage: Damage) => {
  const lines = [headerLine, lineOf(good('first')), damagedLine(damage, 0)];
  const { code, out, err } = await importOf(joined(damage.last ? lines : [...lines, lineOf(good('last'))]));
  expect(code).toBe(2);
  expect(faultsOf(out)).toEqual([
    expect.objectContaining({ line: 4, column: damage.column, reason: expect.stringMatching(damage.reason) }),
  ]);
  expect(JSON.parse(err)).toMatchObject({ error: { kind: 'usage', message: expect.stringContaining('one fault') } });
});

test('all of them at once are all told, and nothing else is', async () => {
  const lines: (string | Uint8Array)[] = [`${headerLine},owner,`, `${lineOf(good('first'))},,`];
  const expected: [number, string | null, RegExp][] = [[1, 'owner', /header of column G too/]];
  let line = 4;
  const wide = (text: string | Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.from(text as string), Buffer.from(',,')]);
  for (const [index, damage] of [...damages].entries()) {
    const text = damagedLine(damage, index);
    const isOwn = damage.column === null && damage.raw !== undefined;
    lines.push(isOwn ? (damage.name === 'the header again' ? `${headerLine},owner,` : text) : wide(text));
    expected.push([line, damage.column, /cells? where/.test(String(damage.reason)) ? /cells? where/ : damage.reason]);
    const breaks = Buffer.from(text as string)
      .toString('latin1')
      .split('\n').length;
    line += breaks;
    if (index === 20) {
      lines.push(`${lineOf(good('stray'))},,stray`);
      expected.push([line + 1, '', /without a header/]);
      line += 2;
    }
  }
  const { code, out } = await importOf(joined(lines));
  expect(code).toBe(2);
  const faults = faultsOf(out);
  for (const [at, column, reason] of expected) {
    expect
      .soft(faults)
      .toContainEqual(expect.objectContaining({ line: at, column, reason: expect.stringMatching(reason) }));
  }
  expect(faults.length).toBe(expected.length);
});

test('the good file beside it is taken', async () => {
  const where = terminal({ input: fileOf(good('first'), good('last')) });
  const answer = (await where.json('candidates', 'import', '-')) as unknown as Imported;
  expect(answer).toMatchObject({ schema: 'ascpi/candidates-import@1', new: 2, changed: 0, same: 0, faults: [] });
  expect(existsSync(`${where.home}/journeys/last.json`)).toBe(true);
});

const text = (...lines: string[]) => lines.join('\n');
const whole: readonly [name: string, input: string | Uint8Array, error: RegExp, ...argv: string[]][] = [
  ['nothing at all', '', /is empty/],
  ['blank lines', '\n\r\n  \n', /is empty/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /no text/],
  ['UTF-16 that does not say so', Buffer.from(text('name', 'Maria'), 'utf16le'), /--encoding utf-16le/],
  [
    'UTF-16 declared as something else',
    Buffer.from(`\ufeff${text('name', 'Maria')}`, 'utf16le'),
    /utf-16le/,
    '--encoding',
    'windows-1252',
  ],
  ['an encoding that is none', text('name', 'Maria'), /not an encoding/, '--encoding', 'latin-9'],
  ['a header that is mapped and missing', text('name', 'Maria'), /no header "Nom"/, '--map', 'Nom=name'],
  ['a column that is none', text('name', 'Maria'), /Did you mean name/, '--map', 'Nom=nme'],
  ['a mapping that is none', text('name', 'Maria'), /maps no header/, '--map', 'name'],
  ['two headers for one column', text('A,B', 'x,y'), /both mapped/, '--map', 'A=name', '--map', 'B=name'],
  ['a form of days that is none', text('name', 'Maria'), /form of days/, '--date-format', 'mm/yyyy'],
  ['a form of days with short years', text('name', 'Maria'), /two digits/, '--date-format', 'dd/mm/yy'],
];

test.each(whole)('%s is refused in one line', async (_name, input, error, ...argv) => {
  const where = terminal({ input });
  const said = await where.run('candidates', 'import', '-', ...argv);
  expect({ code: said.code, out: said.out }).toEqual({ code: 2, out: '' });
  expect(said.err).toMatch(/^ascpi: [^\n]+\n$/);
  expect(said.err).toMatch(error);
  expect(existsSync(where.home)).toBe(false);
});

test.each(['/nowhere/roster.csv', '/tmp', ''])('a file %j that can not be read is refused', async (file) => {
  const where = terminal();
  const said = await where.run('candidates', 'import', file);
  expect(said).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^ascpi: [^\n]+\n$/) });
});

test('a header without a telling column stops it, and says which columns there are', async () => {
  const { code, out } = await importOf(text('Surname Name,Phone', 'Maria,1'));
  expect(code).toBe(2);
  expect(faultsOf(out)).toEqual([expect.objectContaining({ line: 1, reason: expect.stringContaining('--map') })]);
});

test('in text the faults are a table on stdout, and what to do is told on stderr', async () => {
  const where = terminal({ input: fileOf({ ...good('first'), exam: '2026-02-30' }) });
  const { code, out, err } = await where.run('candidates', 'import', '-');
  expect(code).toBe(2);
  expect(out).toMatch(/exam \(M\)\s+2026-02-30\s+February 2026 has 28 days/);
  expect(err).toMatch(/^ascpi: what comes in on stdin has one fault; nothing was changed\. Correct/m);
  expect(existsSync(where.home)).toBe(false);
});
