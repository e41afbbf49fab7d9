// data/schema is made from the shapes in src/domain, and both accept and refuse the same files.
// `npx vitest run tests/data -u` writes the schemas anew.
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { civilDateShape, isCivilDate } from '../../src/domain/civil-date.ts';
import { readShape } from '../../src/domain/shape.ts';
import { allFiles, type Folder, filesOf, folderNames, folders, readJson } from './data-files.ts';

/** A civil date is a check in code, so its schema is written here; any other check without a schema throws. */
const civilDateSchema = {
  type: 'string',
  format: 'date',
  pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
} as const;

function schemaOf(folder: Folder) {
  const { $schema, ...rest } = toJsonSchema(folders[folder].shape, {
    typeMode: 'input',
    overrideSchema: ({ valibotSchema }) =>
      (valibotSchema as unknown) === civilDateShape ? civilDateSchema : undefined,
  });
  const $comment = `Made from src/domain/${folders[folder].source}. Change it there, then run: npx vitest run tests/data -u`;
  return { $schema, $comment, ...rest };
}

// The schema in memory, which a test below holds equal to the file: a stale file then fails one test, not all.
const validatorOf = (folder: Folder) =>
  new Ajv({ allErrors: true, formats: { date: isCivilDate } }).compile(schemaOf(folder) as object);

describe.each(folderNames)('the schema of data/%s', (folder) => {
  test('is what the shape says', async () => {
    const text = `${JSON.stringify(schemaOf(folder), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../data/schema/${folders[folder].schema}`);
  });

  test.each(filesOf(folder))('accepts $path', ({ content }) => {
    const validate = validatorOf(folder);
    validate(content);
    expect(validate.errors ?? []).toEqual([]);
  });
});

test.each(allFiles)('$path satisfies its shape and names its schema', ({ folder, content }) => {
  const read = readShape(folders[folder].shape, content);
  expect(read.ok ? [] : read.faults).toEqual([]);
  expect(content).toHaveProperty('$schema', `../schema/${folders[folder].schema}`);
});

const degree = { id: 'degree', text: 'Which?', help: 'Because.' };
const lean = { question: 'target', because: 'You said so.' };

/** One fault each: the file as it is but for the change. */
const faults: [Folder, string, string, (file: Record<string, never>) => unknown][] = [
  ['rules', 'exam-window', 'a length without its unit', (file) => ({ ...file, values: withValue(file, 3) })],
  ['rules', 'exam-window', 'two units', (file) => ({ ...file, values: withValue(file, { months: 3, days: 1 }) })],
  ['rules', 'exam-window', 'a negative length', (file) => ({ ...file, values: withValue(file, { months: -3 }) })],
  ['rules', 'exam-window', 'no values', (file) => ({ ...file, values: [] })],
  ['rules', 'exam-window', 'a key nobody knows', (file) => ({ ...file, sumary: 'x' })],
  ['rules', 'exam-window', '30 February', (file) => ({ ...file, values: withEntry(file, { from: '2026-02-30' }) })],
  ['rules', 'exam-window', 'no source', (file) => ({ ...file, values: withEntry(file, { source: '' }) })],
  ['rules', 'exam-window', 'no day checked', (file) => ({ ...file, values: withEntry(file, { checked: null }) })],
  ['rules', 'verification-fee', 'no currency', (file) => ({ ...file, values: withValue(file, { amount: 20 }) })],
  ['credentials', 'MLS', 'a US credential', (file) => ({ ...file, id: 'MLS(ASCP)' })],
  ['credentials', 'MLS', 'a level nobody knows', (file) => ({ ...file, level: 'expert' })],
  ['credentials', 'MLS', 'a question nobody knows', (file) => ({ ...file, questions: [{ ...degree, id: 'age' }] })],
  ['credentials', 'MLS', 'a question without an answer', (file) => ({ ...file, questions: [degree] })],
  [
    'credentials',
    'MLS',
    'no years at least',
    (file) => withCondition(file, { question: 'experience', atLeastYears: 0 }),
  ],
  ['credentials', 'MLS', 'a condition of nothing', (file) => withCondition(file, { question: 'degree' })],
  [
    'boards',
    'AMT',
    'no clock',
    (file) => ({ ...file, rows: { ...(file['rows'] as unknown as object), clock: undefined } }),
  ],
  ['boards', 'AMT', 'a reason without answers', (file) => ({ ...file, leansWhen: [{ ...lean, in: [] }] })],
  [
    'boards',
    'AMT',
    'a reason for and against',
    (file) => ({ ...file, leansWhen: [{ ...lean, in: ['A'], except: ['B'] }] }),
  ],
  ['checklists', 'exam', 'a step nobody knows', (file) => ({ ...file, step: 'party' })],
  ['checklists', 'exam', 'neither step nor occasion', ({ step: _, ...file }) => file],
  ['checklists', 'exam', 'step and occasion', (file) => ({ ...file, occasion: 'interview' })],
  ['checklists', 'exam', 'an occasion that is no id', ({ step: _, ...file }) => ({ ...file, occasion: 'My party' })],
  ['checklists', 'exam', 'an item without detail', (file) => ({ ...file, items: [{ id: 'a', title: 'b' }] })],
  ['checklists', 'arrival', 'weeks without an end', (file) => withItem(file, { weeks: { from: -2 } })],
  ['checklists', 'arrival', 'half a week', (file) => withItem(file, { weeks: { from: -0.5, to: 0 } })],
  ['checklists', 'arrival', 'a place without its code', (file) => withItem(file, { askedIn: { California: 'CA' } })],
  ['criteria', 'no-fee', 'no way to verify it', (file) => ({ ...file, verify: [] })],
  ['criteria', 'no-fee', 'only what its absence proves', (file) => ({ ...file, absence: { proves: 'Much.' } })],
  ['criteria', 'no-fee', 'a number that counts from nothing', (file) => ({ ...file, number: 0 })],
  [
    'criteria',
    'no-fee',
    'an answer nobody can give',
    (file) => ({ ...file, redFlag: { when: ['maybe'], text: 'No.' } }),
  ],
  [
    'criteria',
    'no-fee',
    'a part of an offer that raises no flag',
    (file) => ({ ...file, redFlag: { when: ['no'], text: 'No.', offer: ['pay'] } }),
  ],
  ['criteria', 'no-fee', 'no source', ({ source: _, ...file }) => file],
  ['calendars', 'us-federal', 'a weekday nobody knows', (file) => ({ ...file, closedWeekdays: ['Sonntag'] })],
  ['calendars', 'us-federal', 'a holiday without a day', (file) => ({ ...file, holidays: [{ name: 'a', on: {} }] })],
];

function withEntry(file: Record<string, never>, change: object) {
  const [first] = file['values'] as unknown as object[];
  return [{ ...first, ...change }];
}
function withItem(file: Record<string, never>, change: object) {
  const [first] = file['items'] as unknown as object[];
  return { ...file, items: [{ ...first, ...change }] };
}
function withCondition(file: Record<string, never>, condition: object) {
  const [first] = file['routes'] as unknown as object[];
  return { ...file, routes: [{ ...first, conditions: [condition] }] };
}
const withValue = (file: Record<string, never>, value: unknown) => withEntry(file, { value });

test.each(faults)('in %s/%s, %s is refused by shape and schema alike', (folder, name, _fault, spoil) => {
  const content = spoil(readJson(`${folder}/${name}.json`) as Record<string, never>);
  expect(readShape(folders[folder].shape, content).ok).toBe(false);
  expect(validatorOf(folder)(content)).toBe(false);
});
