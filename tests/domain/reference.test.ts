// Reading data/: what is good is read whole; every fault of every file is reported at once, by the file's name.
import { describe, expect, test } from 'vitest';
import { checklistId } from '../../src/domain/checklist.ts';
import { Failure } from '../../src/domain/failure.ts';
import {
  allFaults,
  type DataFile,
  type DataFolder,
  dataFaults,
  dataShapes,
  readBoards,
  readCalendars,
  readChecklists,
  readCredentials,
  readCriteria,
  readPapers,
  readRules,
} from '../../src/domain/reference.ts';
import { stepIds } from '../../src/domain/steps.ts';
import { shippedFiles } from './shipped.ts';

const folders = Object.keys(dataShapes) as DataFolder[];
const readers = {
  rules: readRules,
  assumptions: readRules,
  calendars: readCalendars,
  credentials: readCredentials,
  checklists: readChecklists,
  boards: readBoards,
  criteria: readCriteria,
  papers: readPapers,
};

const messageOf = (work: () => unknown): { kind: string; message: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

test.each(folders)('%s as shipped: every file is read, none has a fault', (folder) => {
  const files = shippedFiles(folder);
  expect(files.length).toBeGreaterThan(0);
  expect(dataFaults(folder, files)).toEqual([]);
  expect(readers[folder](files)).toHaveLength(files.length);
});

test('the checklists come in the order of the steps, then those of occasions by name', () => {
  const occasion = (name: string): DataFile => ({
    name: `checklists/${name}.json`,
    text: JSON.stringify({ occasion: name, title: 'Be ready', items: [] }),
  });
  const steps = shippedFiles('checklists').filter(({ text }) => 'step' in JSON.parse(text));
  const order = readChecklists([occasion('interview'), occasion('arrival'), ...steps]).map(checklistId);
  expect(order).toEqual([...stepIds, 'arrival', 'interview']);
});

test('a checklist that is of no step and of no occasion, or of both, is a fault', () => {
  const list = (content: object): DataFile => ({
    name: 'checklists/x.json',
    text: JSON.stringify({ title: 'Be ready', items: [], ...content }),
  });
  expect(dataFaults('checklists', [list({})]).join()).toMatch(/^data\/checklists\/x.json: occasion: /);
  expect(dataFaults('checklists', [list({ step: 'exam', occasion: 'x' })]).join()).toMatch(/json: occasion: /);
  expect(dataFaults('checklists', [list({ step: 'party' })]).join()).toMatch(/json: step: /);
  expect(dataFaults('checklists', [list({ occasion: 'x' }), list({ step: 'exam' })])).toEqual([]);
});

test('a checklist under the name of another is found among all faults', () => {
  const list = {
    name: 'checklists/visit.json',
    text: JSON.stringify({ occasion: 'interview', title: 'X', items: [] }),
  };
  const files = Object.fromEntries(folders.map((folder) => [folder, shippedFiles(folder)]));
  const faults = allFaults({ ...files, checklists: [list] } as unknown as Parameters<typeof allFaults>[0]);
  expect(faults).toEqual(['data/checklists/visit.json: occasion: "interview" is not the name of the file']);
});

test('two criteria of one number are a fault, because a number names one', () => {
  const files = Object.fromEntries(folders.map((folder) => [folder, shippedFiles(folder)]));
  const twin = (files['criteria'] ?? []).find(({ name }) => name === 'criteria/brand.json')?.text ?? '';
  const added = { name: 'criteria/z.json', text: JSON.stringify({ ...JSON.parse(twin), id: 'z' }) };
  const all = { ...files, criteria: [...(files['criteria'] ?? []), added] };
  const faults = allFaults(all as unknown as Parameters<typeof allFaults>[0]);
  expect(faults).toEqual(['data/criteria/z.json: number: 4 is that of another criterion']);
});

const window = {
  id: 'exam-window',
  title: 'Exam window',
  kind: 'rule',
  summary: 'How long it is.',
  values: [{ from: null, value: { months: 3 }, source: 'a page (2026)', checked: '2026-11-01', confidence: 'medium' }],
};
const [value] = window.values;
const file = (name: string, content: unknown): DataFile => ({
  name: `rules/${name}.json`,
  text: typeof content === 'string' ? content : JSON.stringify(content),
});

const broken: DataFile[] = [
  file('a-good-one', window),
  file('b-cut-short', '{"id": "exam-win'),
  file('c-two-faults', { ...window, kind: 'law', values: [{ ...value, checked: '2026-02-30' }] }),
  file('d-empty', ''),
  file('e-list', []),
  file('f-extra', { ...window, valeus: [] }),
  file('g-no-unit', { ...window, values: [{ ...value, value: 3 }] }),
];

describe('files with faults', () => {
  const faults = dataFaults('rules', broken);

  test('every fault of every file is told, by its name in data/', () => {
    const byFile = (name: string) => faults.filter((fault) => fault.startsWith(`data/rules/${name}.json: `));
    expect(byFile('a-good-one')).toEqual([]);
    expect(byFile('b-cut-short').join()).toMatch(/not JSON/);
    expect(byFile('c-two-faults')).toHaveLength(2);
    expect(byFile('c-two-faults').join()).toMatch(/kind.*values\.0\.checked.*not a day written YYYY-MM-DD/);
    expect(byFile('d-empty').join()).toMatch(/not JSON/);
    expect(byFile('e-list').length).toBeGreaterThan(0);
    expect(byFile('f-extra').join()).toMatch(/valeus/);
    expect(byFile('g-no-unit').join()).toMatch(/values\.0\.value.*value with its unit/);
    expect(faults.every((fault) => /^data\/rules\/[b-g]-/.test(fault))).toBe(true);
  });

  test('reading fails with all of them in one message', () => {
    const { kind, message } = messageOf(() => readRules(broken));
    expect(kind).toBe('machine');
    for (const fault of faults) expect(message).toContain(fault);
    expect(message).not.toMatch(/\n/);
  });
});

test.each(folders)('%s: a file that is no object is a fault of that file', (folder) => {
  for (const text of ['null', '[]', '42', '"text"', '{}', '{"__proto__": {}}']) {
    const faults = dataFaults(folder, [{ name: `${folder}/x.json`, text }]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.startsWith(`data/${folder}/x.json: `))).toBe(true);
  }
});
