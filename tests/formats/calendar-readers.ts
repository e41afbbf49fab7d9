// Programs that others wrote, reading a calendar file: what each of them sees, in one shape.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';

export const zones = ['Asia/Manila', 'America/New_York', 'Pacific/Kiritimati'];

/** The summary, the first day or moment, and the exclusive end of an event. */
export type Read = readonly [summary: string, start: string, end: string];

export interface Reader {
  readonly name: string;
  /** why it can't be asked on this machine, as the end of the name of a test */
  readonly missing: string | undefined;
  readonly read: (file: string, zone: string) => Read[];
}

const PYTHON = '/usr/bin/python3';

function run(program: string, args: readonly string[], zone: string, env: Record<string, string> = {}): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: 'C.UTF-8', TZ: zone, ...env },
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
const programs = {
  icalendar: `${SAID}
import icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(e['summary']), said(e['dtstart'].dt), said(e['dtend'].dt)] for e in calendar.walk('VEVENT')]))`,
  vobject: `${SAID}
import vobject
calendar = vobject.readOne(open(sys.argv[1], encoding='utf8', newline='').read())
print(json.dumps([[e.summary.value, said(e.dtstart.value), said(e.dtend.value)] for e in calendar.vevent_list]))`,
} as const;

const pythons = Object.entries(programs).map(
  ([name, program]): Reader => ({
    name: `python ${name}`,
    missing: why(() => run(PYTHON, ['-c', `import ${name}`], 'UTC'), `there is no ${PYTHON} with ${name}`),
    read: (file, zone) => JSON.parse(run(PYTHON, ['-c', program, file], zone)),
  }),
);

const icalJs: Reader = {
  name: 'ical.js',
  missing: undefined,
  read: (file) => {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    const said = (time: ICAL.Time) =>
      time.isDate ? time.toString() : time.toJSDate().toISOString().replace('.000', '');
    return calendar
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
      .map((event) => [event.summary, said(event.startDate), said(event.endDate)]);
  },
};

export const readers: readonly Reader[] = [...pythons, icalJs];

export const khalMissing = why(() => run('khal', ['--version'], 'UTC'), 'khal is not installed');

/** Each event as `2027-02-07 |2027-02-07 |title`; its local zone is the one asked for, so that its days are those of somebody there. */
export function khalLines(file: string, zone: string): string[] {
  const home = mkdtempSync(join(tmpdir(), 'ascpi-khal-'));
  try {
    const settings = join(home, 'khal.conf');
    mkdirSync(join(home, 'calendar'), { recursive: true });
    writeFileSync(
      settings,
      `[calendars]\n[[ascpi]]\npath = ${join(home, 'calendar')}\ntype = calendar\n[locale]\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${join(home, 'khal.db')}\n`,
    );
    const env = { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, HOME: home };
    run('khal', ['-c', settings, 'import', '--batch', '-a', 'ascpi', file], zone, env);
    const shown = ['--format', '{start-date-long} {start-time}|{end-date-long} {end-time}|{title}', '--day-format', ''];
    const output = run('khal', ['-c', settings, 'list', '--once', ...shown, '2026-09-01', '2027-12-01'], zone, env);
    return output.split('\n').filter((line) => line.includes('|'));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
