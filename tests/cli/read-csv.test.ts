// CSV as other programs write it: cells as Python's own reader sees them, and lines as an editor counts them.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/cli/read-csv.ts';

const cell = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '陈',
    '"',
    ',',
    ';',
    '\n',
    '\r\n',
    ' ',
    "'",
    '=',
    '007',
    '\t',
    '|',
    '👩🏽‍🔬',
    '\u202e',
  ),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });

const python = (program: string, input: string) =>
  spawnSync('/usr/bin/python3', ['-c', program], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });

const WRITE = `
import csv, io, json, sys
out = []
for case in json.load(sys.stdin):
    text = io.StringIO(newline='')
    csv.writer(text, delimiter=case['delimiter'], lineterminator=case['end'], quoting=case['quoting']).writerows(case['rows'])
    out.append(text.getvalue())
json.dump(out, sys.stdout)`;

test('what Python writes is read cell by cell, and each cell has the line it begins on', (context) => {
  if (python('', '').status !== 0) context.skip('there is no python3');
  const cases = fc.sample(
    fc.record({
      rows: table,
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n'),
      quoting: fc.constantFrom(0, 1),
    }),
    { numRuns: 500, seed: 57 },
  );
  const { stdout, status, stderr } = python(WRITE, JSON.stringify(cases));
  expect(status, stderr).toBe(0);
  const written = JSON.parse(stdout) as string[];
  for (const [index, text] of written.entries()) {
    const { rows = [], delimiter = ',' } = cases[index] ?? {};
    const { records, faults } = readCsv(text, delimiter, 1, 1000);
    const label = JSON.stringify({ text, delimiter });
    expect(faults, label).toEqual([]);
    expect(
      records.map((record) => record.map((each) => each.text)),
      label,
    ).toEqual(rows);
    let line = 1;
    for (const record of records) {
      for (const each of record) {
        expect(each.line, label).toBe(line);
        line += each.text.split(/\r\n|\n/).length - 1;
      }
      line += 1;
    }
  }
});

test('anything at all is read without a crash, and every line is accounted for', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é'), maxLength: 30 }), (text) => {
      const { records, faults } = readCsv(text, ',', 1, 1000);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line } of [...records.flat(), ...faults]) expect(line).toBeLessThanOrEqual(lines);
      const isRegular = !text.includes('"');
      if (isRegular)
        expect(records.map((record) => record.map((each) => each.text).join(','))).toEqual(textLines(text));
    }),
    { numRuns: 2000 },
  );
});

/** A break at the end of the last line begins none. */
const textLines = (text: string) => text.split(/\r\n|\r|\n/).slice(0, /(^|[\r\n])$/.test(text) ? -1 : undefined);

test('of more records than were asked for no more are read', () => {
  expect(readCsv('a\nb\nc\nd\n', ',', 1, 2).records).toHaveLength(2);
});
