// Names that harm: none of them does in a list or beside a person, at any width, and none is changed by being kept.
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { terminal } from './terminal.ts';

const names: readonly (readonly [id: string, name: string])[] = [
  ['formula', "=cmd|' /C calc'!A0"],
  ['anh', 'Nguyễn Thị Ánh'],
  ['decomposed', 'Nguyễn Thị Ánh'.normalize('NFD')],
  ['muhammad', 'محمد بن عبد الله'],
  ['oneill', 'O\'Neill, "Bob"'],
  ['emoji', '👩‍⚕️ Ana 👨‍👩‍👧‍👦'],
  ['flag', '🇵🇭 Maria'],
  ['cjk', '王小明 陈'],
  ['bidi', 'abc\u202eexe.pdf'],
  ['html', '<script>alert(1)</script>'],
  ['markdown', '[x](javascript:alert(1)) | **b** `c`'],
  ['zalgo', `Z${'\u0300\u0301\u0302'.repeat(20)}a`],
  ['long', `${'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim()}`],
];

async function full(setting: { columns?: number; tty?: boolean } = {}) {
  const where = terminal({ env: { NO_COLOR: '1' }, ...setting });
  for (const [id, name] of names) {
    const note = `Called ${name}`;
    const owner = name.length > 100 ? 'Ana' : name;
    const said = await where.run('candidates', 'add', '--name', name, '--id', id, '--owner', owner, '--note', note);
    expect(said.code, said.err).toBe(0);
  }
  await where.run('done', 'admission', '--on', '2026-11-30', '-c', 'anh');
  await where.run('done', 'admission', '--on', '2026-11-01', '-c', 'long');
  await where.run('done', 'exam', '--on', '2026-11-30', '--result', 'pass', '-c', 'long', '--force');
  return where;
}

/** What would steer a terminal, hide, or turn the direction of what follows. Isolates are our own. */
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]/;

describe.each([40, 60, 80, 120])('at %i columns', (columns) => {
  test('the list', async () => {
    const where = await full({ columns, tty: true });
    const { out } = await where.run('candidates', '--sort', 'id');
    expect(out).not.toMatch(HARMFUL);
    for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    await expect(out).toMatchFileSnapshot(`golden/roster-${columns}.txt`);
  });

  test('all that is known of each', async () => {
    const where = await full({ columns, tty: true });
    for (const [id, name] of names) {
      const { out } = await where.run('candidates', 'show', id);
      expect(out).not.toMatch(HARMFUL);
      // Commands and the addresses of files stay whole, so that they can be copied.
      const lines = out.split('\n').filter((line) => !/ascpi |:\/\//.test(line));
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      if (columns === 120 && id !== 'long' && id !== 'bidi') expect(out).toContain(name);
    }
  });
});

test('in a pipe each is one record, whole', async () => {
  const where = await full();
  const { out } = await where.run('candidates', '--sort', 'id');
  expect(out).not.toMatch(HARMFUL);
  const records = out.trimEnd().split('\n').slice(1);
  expect(records).toHaveLength(names.length);
  const [, long = ''] = names.find(([id]) => id === 'long') ?? [];
  expect(out).toContain(long);
});

test('they are kept as given, and JSON gives them back', async () => {
  const where = await full();
  const { candidates } = (await where.json('candidates')) as unknown as { candidates: { id: string; name: string }[] };
  expect(new Map(candidates.map(({ id, name }) => [id, name]))).toEqual(new Map(names));
});
