// How a roster is read: what separates cells, encodings, other headers, other forms of days; and what is told about it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { terminal } from '../terminal.ts';
import type { Imported } from './roster-file.ts';

const importing = async (input: string | Uint8Array, ...argv: string[]) => {
  const where = terminal({ input });
  const said = await where.run('candidates', 'import', '-', ...argv);
  const { journeys } = said.code === 0 ? await where.json('candidates', 'export') : { journeys: [] };
  return {
    ...said,
    where,
    journeys: journeys as { id: string; profile: { name: string }; facts: Record<string, string>[] }[],
  };
};

const western = (text: string) => Buffer.from(text.replace('€', '\u0080').replace('’', '\u0092'), 'latin1');
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

const same = (text: string) => ['name,country,exam', 'O’Néill; Zoë €,PH,2027-01-15'].join('\n') + text;
const readings: readonly [name: string, input: string | Uint8Array, told: string, ...argv: string[]][] = [
  ['commas', same('\n'), 'utf-8 with commas'],
  ['semicolons', 'name;country;exam\n"O’Néill; Zoë €";PH;2027-01-15', 'utf-8 with semicolons'],
  ['tabs', 'name\tcountry\texam\nO’Néill; Zoë €\tPH\t2027-01-15', 'utf-8 with tabs'],
  ['bars', 'name|country|exam\nO’Néill; Zoë €|PH|2027-01-15', 'utf-8 with vertical bars'],
  ['a declared separator', 'sep=^\r\nname^country^exam\r\nO’Néill; Zoë €^PH^2027-01-15\r\n', 'utf-8 with "^"'],
  ['a byte order mark', `\ufeff${same('\r\n')}`, 'utf-8 with commas'],
  ['lines of Windows', same('\r\n').replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'), 'utf-8 with commas'],
  ['lines of old Macs', same('').replaceAll('\n', '\r'), 'utf-8 with commas'],
  ['UTF-16 little end first', Buffer.from(`\ufeff${same('\n')}`, 'utf16le'), 'utf-16le with commas'],
  ['UTF-16 big end first', swapped(`\ufeff${same('\n')}`), 'utf-16be with commas'],
  ['UTF-16 without a mark, declared', Buffer.from(same('\n'), 'utf16le'), 'utf-16le', '--encoding', 'utf-16le'],
  ['Windows-1252, declared', western(same('\n')), 'windows-1252', '--encoding', 'windows-1252'],
  [
    'blank lines and empty columns at the end',
    `\n\n${same('').replaceAll('\n', ',,\n')},,\n,,,,\n\n`,
    'utf-8 with commas',
  ],
  [
    'columns in another order, spelled another way',
    ' Exam ,COUNTRY,Name\n2027-01-15,philippines,O’Néill; Zoë €',
    'commas',
  ],
  ['JSON', JSON.stringify([{ name: 'O’Néill; Zoë €', country: 'PH', exam: '2027-01-15', owner: null }]), ''],
];

test.each(readings)('%s', async (_name, input, told, ...argv) => {
  const { code, err, journeys } = await importing(input, ...argv);
  expect(code, err).toBe(0);
  expect(err).toContain(told);
  expect(journeys).toEqual([
    expect.objectContaining({
      id: 'o-neill-zoe',
      profile: { name: 'O’Néill; Zoë €', credential: 'MLS(ASCPi)', country: 'PH' },
      facts: [expect.objectContaining({ kind: 'schedule', exam: '2027-01-15', on: '2026-12-15' })],
    }),
  ]);
});

test('text stays text: leading zeros, formulas and signs', async () => {
  const names = ['007', '=cmd|x', '+63 917', '-', '@x', '1E5', 'TRUE', "'=x", ' Maria '];
  const { journeys } = await importing(['name,id', ...names.map((name, index) => `${name},n${index}`)].join('\n'));
  const found = journeys.map(({ profile }) => profile.name);
  // An apostrophe before a formula is what a sheet for Excel has there.
  expect(found).toEqual(names.map((name) => (name === "'=x" ? '=x' : name)));
});

test('unknown columns are named and left out, or kept as notes', async () => {
  const input = 'name,Phone,Empty,Hospital\nMaria Santos,"\'+63 917",,St. Luke’s\nAna Cruz,,,\n';
  const left = await importing(input);
  expect(left.err).toContain('Left out, because no column has this name: "Phone", "Hospital".');
  expect(left.journeys.flatMap(({ facts }) => facts)).toEqual([]);
  const kept = await importing(input, '--keep-unknown');
  expect(kept.err).toContain('Kept as notes: "Phone", "Hospital".');
  expect(kept.journeys.flatMap(({ facts }) => facts.map(({ text }) => text))).toEqual([
    'Phone: +63 917',
    'Hospital: St. Luke’s',
  ]);
  expect((await kept.where.run('candidates', 'import', '-', '--keep-unknown')).out).toContain('Nothing to change');
});

test('other headers are mapped, by options or a file; an option wins', async () => {
  const where = terminal({ input: 'Surname Name,Formula=name,name\nMaria Santos,PH,Ben\n' });
  const file = join(where.home, '..', 'mapping.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ 'surname  name': 'name', name: 'country' }));
  const argv = ['--map-file', file, '--map', 'Formula=name=country', '--map', 'NAME=owner'];
  const said = await where.run('candidates', 'import', '-', ...argv);
  expect(said.code, said.err).toBe(0);
  const { journeys } = (await where.json('candidates', 'export')) as unknown as { journeys: { profile: object }[] };
  expect(journeys[0]?.profile).toEqual({ name: 'Maria Santos', credential: 'MLS(ASCPi)', country: 'PH', owner: 'Ben' });
});

const days = (...texts: string[]) =>
  ['id,name,exam', ...texts.map((text, index) => `c${index},N${index},"${text}"`)].join('\n');
const forms: readonly [name: string, texts: string[], wanted: string[] | RegExp, ...argv: string[]][] = [
  ['proved by a day beyond 12', ['03/04/2027', '25/12/2026'], ['2027-04-03', '2026-12-25']],
  ['proved the other way', ['03.04.2027', '12.25.2026'], ['2027-03-04', '2026-12-25']],
  ['the year first', ['2027/04/03', '2027/12/01'], ['2027-04-03', '2027-12-01']],
  ['months by name', ['3 Apr 2027', '25 december 2026', '1 Sept. 2027'], ['2027-04-03', '2026-12-25', '2027-09-01']],
  ['months first', ['Apr 3, 2027'], ['2027-04-03']],
  ['alike either way', ['05/05/2027', '06/06/2027'], ['2027-05-05', '2027-06-06']],
  [
    'not proved',
    ['03/04/2027', '05/06/2027'],
    /could be 2027-04-03 or 2027-03-04.*--date-format dd\/mm\/yyyy or mm\/dd\/yyyy/,
  ],
  ['not proved, declared', ['03/04/2027', '2027-05-06'], ['2027-03-04', '2027-05-06'], '--date-format', 'MM/DD/YYYY'],
  ['declared without separators', ['03042027'], ['2027-04-03'], '--date-format', 'ddmmyyyy'],
  ['declared with months by name', ['3-Apr-2027'], ['2027-04-03'], '--date-format', 'd-mmm-yyyy'],
  ['ISO beside others', ['2027-05-06', '25/12/2026'], /order of its parts is not certain/],
  ['contradicting each other', ['25/12/2026', '12/25/2026'], /could be|not certain/],
  ['another than declared', ['03.04.2027'], /ambiguous/, '--date-format', 'mm/dd/yyyy'],
  ['no such day', ['31/02/2027', '25/12/2026'], /no such day/],
];

test.each(forms)('days: %s', async (_name, texts, wanted, ...argv) => {
  const { code, out, err, journeys } = await importing(days(...texts), ...argv);
  if (wanted instanceof RegExp) {
    expect(code).toBe(2);
    expect(out.replace(/\s+/g, ' ')).toMatch(wanted);
    expect(err, 'no word of a proof beside its contrary').not.toContain('in no other way');
    return;
  }
  expect(code, out + err).toBe(0);
  expect(journeys.map(({ facts }) => facts[0]?.['exam'])).toEqual(wanted);
  if (argv.length === 0) expect(err).toMatch(/The days of exam are read as \S.*, because all of them/);
});

test('one column proves nothing for another', async () => {
  const { out, code } = await importing('id,name,application,admission\nx,X,25/03/2026,03/04/2026\n');
  expect(code).toBe(2);
  expect(out).toMatch(/admission \(D\)/);
  expect(out).not.toMatch(/application \(C\)/);
});

test('a dry run tells what would be and writes nothing; progress is told on a terminal', async () => {
  const input = ['id,name', ...Array.from({ length: 600 }, (_, index) => `c${index},Name ${index}`)].join('\n');
  const where = terminal({ input, tty: true, env: { NO_COLOR: '1' } });
  const dry = await where.run('candidates', 'import', '-', '--dry-run');
  expect(dry.out).toContain('Would import: 600 new, 0 changed, 0 the same.');
  expect(dry.out).toContain('Name 599');
  expect(existsSync(where.home)).toBe(false);
  const real = await where.run('candidates', 'import', '-');
  expect(real.err).toContain('\rSaved 600 of 600\n');
  const again = terminal({ home: where.home, input: `${input}\nnew,New\n`.replace('Name 7\n', 'Other 7\n') });
  const answer = (await again.json('candidates', 'import', '-', '--dry-run')) as unknown as Imported;
  expect(answer).toMatchObject({ dryRun: true, new: 1, changed: 1, same: 599 });
  expect(answer.candidates.find(({ state }) => state === 'changed')).toEqual({
    line: 9,
    id: 'c7',
    state: 'changed',
    changes: ['name Name 7 → Other 7'],
  });
});
