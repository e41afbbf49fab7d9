// Each kind of bad JSON and CSV in place of each file: read right, or refused with one line that names it; nothing is changed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '../../../src/stores/file-store.ts';
import { contentsOf } from '../../stores/temp-folder.ts';
import { bookedJourney, type Terminal, temporaryHome, terminal } from '../terminal.ts';
import { csvKinds } from './csv-texts.ts';
import { jsonKinds, type Kind } from './json-texts.ts';

interface Place {
  readonly name: string;
  /** below the folder of the home */
  readonly path: string;
  readonly argv: string;
  /** the exit code of a refusal */
  readonly code: number;
  /** its good text; else what is there, without its checksum */
  readonly good?: string;
  /** written by the program alone, so that a mark and other encodings are damage */
  readonly isStored?: true;
  /** many faults stand in the answer, and the line says how many */
  readonly tellsFaults?: true;
}

const LIST = '[\n  {"name": "Ana", "exam": "2027-01-15"},\n  {"name": "Ben"}\n]\n';
const jsonPlaces: readonly Place[] = [
  { name: 'JSON of candidates', path: 'x.json', argv: 'candidates import', code: 2, good: LIST, tellsFaults: true },
  { name: 'an export, imported', path: 'export.json', argv: 'candidates import', code: 2, tellsFaults: true },
  { name: 'an export, restored', path: 'export.json', argv: 'restore --force', code: 5 },
  {
    name: 'a mapping',
    path: 'map.json',
    argv: `candidates import roster.csv --map-file`,
    code: 2,
    good: '{\n  "Who": "name",\n  "Ana": "exam"\n}\n',
  },
  { name: 'a scenario', path: 'later.json', argv: 'plan --scenario', code: 2, good: '{\n  "name": "Ana"\n}\n' },
  {
    name: 'a journey',
    path: 'home/journeys/maria-santos.json',
    argv: 'history -c maria-santos',
    code: 5,
    isStored: true,
  },
  {
    name: 'the settings',
    path: 'home/config.json',
    argv: 'config',
    code: 5,
    isStored: true,
    good: '{\n  "mail.from": "Ana"\n}\n',
  },
  { name: 'the agencies', path: 'home/shared/agencies.json', argv: 'agency', code: 5, isStored: true },
];

const TABLE = 'name,email,exam\nAna,ana@example.org,2027-01-15\nBen,ben@example.org,2027-01-16\n';
const MONTHS = 'month,chart,category,area,cutoff\n2019-03,final,EB-3,all,C\n2019-04,final,EB-3,all,C\n';
const csvPlaces: readonly Place[] = [
  { name: 'a table of candidates', path: 'x.csv', argv: 'candidates import', code: 2, good: TABLE, tellsFaults: true },
  { name: 'a table of cut-offs', path: 'x.csv', argv: 'visa bulletin import', code: 2, good: MONTHS },
];

const root = mkdtempSync(join(tmpdir(), 'ascpi-corpus-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  const where = terminal({ home: join(root, 'home') });
  await bookedJourney(where);
  for (const argv of [
    ['agency', 'add', 'Ana'],
    ['candidates', 'edit', 'maria-santos', '--owner', 'Ana'],
    ['candidates', 'export', '-o', join(root, 'export.json')],
  ]) {
    const said = await where.run(...argv);
    if (said.code !== 0) throw new Error(said.err);
  }
  await openFileStore(where.home).list();
});

const SEAL = /,\n {2}"checksum": "[0-9a-f]{8}"\n\}\n$/;

function placed({ path, argv, good, isStored }: Place, kind: Kind): { where: Terminal; file: string; words: string[] } {
  const where = terminal({ home: temporaryHome() });
  const folder = dirname(where.home);
  cpSync(root, folder, { recursive: true });
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(folder, 'roster.csv'), 'Who,Ana\nAna,2027-01-15\n');
  const whole = good ?? readFileSync(file, 'utf8').replace(SEAL, '\n}\n');
  writeFileSync(file, kind.of(whole));
  const words = argv.split(' ').map((word) => (word === 'roster.csv' ? join(folder, word) : word));
  return { where, file, words: isStored ? words : [...words, file] };
}

async function tryOne(place: Place, kind: Kind): Promise<void> {
  const { where, file, words } = placed(place, kind);
  const before = contentsOf(where.home);
  const said = await where.run(...words, ...(place.isStored || place.argv.startsWith('plan') ? [] : ['--dry-run']));
  expect(contentsOf(where.home)).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  const verdict = kind.verdict === 'read' && place.isStored && kind.name !== 'as it was' ? 'either' : kind.verdict;
  if (verdict === 'read' || (verdict === 'either' && said.code === 0)) {
    expect(said.code, said.err).toBe(0);
    return;
  }
  expect(said.code, said.out + said.err).toBe(place.code);
  const line = said.err.split('\n').at(-2) ?? '';
  expect(line).toMatch(/^ascpi: [^\u0000-\u001f\u007f-\u009f]{10,1500}[.?]$/);
  // A mapping may name what the table lacks.
  if (!line.includes('the file has no header')) expect(line).toContain(basename(file));
  expect(said.out + said.err).not.toMatch(/\n\s+at |\.ts:\d/);
}

describe.each(jsonPlaces)('$name', (place) => {
  test.each(jsonKinds)('$name', (kind) => tryOne(place, kind));
});

describe.each(csvPlaces)('$name', (place) => {
  test.each(csvKinds)('$name', (kind) => tryOne(place, kind));
});
