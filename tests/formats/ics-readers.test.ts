// The sample calendar in the hands of programs that others wrote: all of them see the same days, moments and words.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ics } from '../../src/formats/ics.ts';
import { khalLines, khalMissing, type Read, readers, zones } from './calendar-readers.ts';
import { calendarView } from './sample-events.ts';

const folder = mkdtempSync(join(tmpdir(), 'ascpi-ics-'));
const file = join(folder, 'sample.ics');
beforeAll(async () => writeFileSync(file, await ics.render(calendarView)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected: readonly Read[] = [
  ['Maria Santos: book the exam', '2027-02-07', '2027-02-08'],
  ['Maria Santos: exam window; last day, 28 Feb \\ 2027', '2026-11-30', '2027-03-01'],
  [
    'Maria Santos: exam at 陈’s Centre, Nguyễn Thị Ánh Street, Manila 👩🏽‍🔬, room with a very long name indeed',
    '2027-01-15T00:30:00Z',
    '2027-01-15T03:00:00Z',
  ],
  ['Maria Santos: exam in New York', '2027-03-14T17:00:00Z', '2027-03-14T18:00:00Z'],
  ['Maria Santos: final scores', '2027-01-15', '2027-01-23'],
];

describe.each(readers)('$name', ({ read, missing }) => {
  test.skipIf(missing).each(zones)(`reads the same in %s${missing ?? ''}`, (zone) => {
    expect(read(file, zone)).toEqual(expected);
  });
});

describe('khal', () => {
  test.skipIf(khalMissing)(`sees whole days on their days in every zone${khalMissing ?? ''}`, () => {
    for (const zone of zones) {
      const lines = khalLines(file, zone);
      expect(lines.length, zone).toBe(expected.length);
      expect(lines, zone).toContainEqual(
        expect.stringMatching(/^2027-02-07 \|2027-02-07 \|Maria Santos: book the exam$/),
      );
      expect(lines, zone).toContainEqual(
        expect.stringMatching(/^2026-11-30 \|2027-02-28 \|Maria Santos: exam window; last/),
      );
      expect(lines, zone).toContainEqual(
        expect.stringMatching(/^2027-01-15 \|2027-01-22 \|Maria Santos: final scores/),
      );
    }
    expect(khalLines(file, 'Asia/Manila').join('\n')).toContain('2027-01-15 08:30|2027-01-15 11:00|');
  });
});
