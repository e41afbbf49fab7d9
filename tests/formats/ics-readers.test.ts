// The sample calendar in the hands of programs that others wrote: all of them see the same days, moments and words.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ics } from '../../src/formats/ics.ts';
import { calendarView } from './sample-events.ts';

const zones = ['Asia/Manila', 'America/New_York', 'Pacific/Kiritimati'];
const folder = mkdtempSync(join(tmpdir(), 'ascpi-ics-'));
const file = join(folder, 'sample.ics');
beforeAll(async () => writeFileSync(file, await ics.render(calendarView)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The summary, the first day or moment, and the exclusive end of an event. */
type Read = readonly [summary: string, start: string, end: string];

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

const PYTHON = '/usr/bin/python3';

function run(program: string, args: readonly string[], zone: string, env: Record<string, string> = {}): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', TZ: zone, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function why(check: () => void, reason: string): string | undefined {
  try {
    check();
    return undefined;
  } catch {
    return `: skipped, ${reason}`;
  }
}

const SAID = `
import datetime, json, sys
def said(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    return value.isoformat()
`;
const readers = {
  icalendar: `${SAID}
import icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(e['summary']), said(e['dtstart'].dt), said(e['dtend'].dt)] for e in calendar.walk('VEVENT')]))`,
  vobject: `${SAID}
import vobject
calendar = vobject.readOne(open(sys.argv[1], encoding='utf8', newline='').read())
print(json.dumps([[e.summary.value, said(e.dtstart.value), said(e.dtend.value)] for e in calendar.vevent_list]))`,
} as const;

describe.each(Object.entries(readers))('python %s', (name, program) => {
  const missing = why(() => run(PYTHON, ['-c', `import ${name}`], 'UTC'), `there is no ${PYTHON} with ${name}`);
  test.skipIf(missing).each(zones)(`reads the same in %s${missing ?? ''}`, (zone) => {
    expect(JSON.parse(run(PYTHON, ['-c', program, file], zone))).toEqual(expected);
  });
});

describe('ical.js', () => {
  test('reads the same', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await ics.render(calendarView)));
    const said = (time: ICAL.Time) =>
      time.isDate ? time.toString() : time.toJSDate().toISOString().replace('.000', '');
    const read = calendar
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
      .map((event) => [event.summary, said(event.startDate), said(event.endDate)]);
    expect(read).toEqual(expected);
  });
});

describe('khal', () => {
  const missing = why(() => run('khal', ['--version'], 'UTC'), 'khal is not installed');

  /** Its local zone is the one asked for, so that its days are those of somebody there. */
  function listed(zone: string): string[] {
    const home = join(folder, zone.replace('/', '-'));
    const settings = join(home, 'khal.conf');
    mkdirSync(join(home, 'calendar'), { recursive: true });
    writeFileSync(
      settings,
      `[calendars]\n[[ascpi]]\npath = ${join(home, 'calendar')}\ntype = calendar\n[locale]\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${join(home, 'khal.db')}\n`,
    );
    const env = { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, HOME: home };
    run('khal', ['-c', settings, 'import', '--batch', '-a', 'ascpi', file], zone, env);
    const shown = ['--format', '{start-date-long} {start-time}|{end-date-long} {end-time}|{title}', '--day-format', ''];
    const output = run('khal', ['-c', settings, 'list', '--once', ...shown, '2026-11-01', '2027-06-01'], zone, env);
    return output.split('\n').filter((line) => line.includes('|'));
  }

  test.skipIf(missing)(`sees whole days on their days in every zone${missing ?? ''}`, () => {
    for (const zone of zones) {
      const lines = listed(zone);
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
    expect(listed('Asia/Manila').join('\n')).toContain('2027-01-15 08:30|2027-01-15 11:00|');
  });
});
