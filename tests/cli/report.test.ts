// `ascpi report`: the cohort, what changed in it, one candidate for an employer; in every format, and safe in each.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { calibrate, observedLeast } from '../../src/domain/calibration.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { cohortOf, memberOf } from '../../src/domain/cohort.ts';
import { changesSince, snapshotOf } from '../../src/domain/cohort-changes.ts';
import { situationOf } from '../../src/domain/situation.ts';
import { formatNamed } from '../../src/formats/index.ts';
import { reportView } from '../../src/views/report.ts';
import { generatedCohort } from '../domain/generated-cohort.ts';
import { shippedPlanbook, shippedRulebook } from '../domain/shipped.ts';
import { missingChromium, startViewer } from '../formats/chromium.ts';
import { faultsIn, hasPdfTools, pagesIn, textIn, unless } from '../formats/pdf-tools.ts';
import { hostile } from '../formats/sample-view.ts';
import { onTerminal } from '../formats/styles.ts';
import { cohort } from './cohort.ts';
import { type Terminal, temporaryHome, terminal } from './terminal.ts';

async function small(): Promise<Terminal> {
  const where = terminal({ day: '2026-12-15' });
  await cohort(where);
  return where;
}

interface Report {
  readonly steps: readonly { readonly id: string; readonly count: number }[];
  readonly windows: readonly { readonly count: number }[];
  readonly worklist: readonly { readonly id: string; readonly name: string }[];
  readonly waits: readonly { readonly id: string }[];
  readonly atRisk: number;
  readonly changes: object | null;
}
interface Packet {
  readonly steps: readonly object[];
  readonly scores?: object;
}
type Records = readonly Record<string, string>[];

const reportOf = async (where: Terminal, ...argv: string[]) =>
  (await where.json('report', ...argv)) as unknown as Report;
const packetOf = async (where: Terminal, id: string) => (await where.json('report', '-c', id)) as unknown as Packet;

describe('the report of a cohort', () => {
  test('counts who is where, and names those at risk first', async () => {
    const said = await reportOf(await small());
    expect(said).toMatchObject({
      schema: 'ascpi/report@1',
      today: '2026-12-15',
      candidates: 4,
      total: 4,
      windowsMissed: 1,
      changes: null,
      unread: [],
      fees: [],
      feesUnrecorded: 1,
    });
    const steps = Object.fromEntries(said.steps.map(({ id, count }) => [id, count]));
    expect(steps).toMatchObject({ eligibility: 1, application: 1, admission: 1, exam: 1, 'all-done': 0 });
    expect(said.worklist[0]).toMatchObject({ id: 'ali', worst: 'missed', owner: 'Ana' });
    expect(said.windows.map(({ count }) => count).reduce((a, b) => a + b)).toBe(1);
    expect(said.waits.map(({ id }) => id)).toEqual(['admission', 'exam', 'scores', 'certificate']);
  });

  test('is of those that a filter chooses', async () => {
    const where = await small();
    expect(await where.json('report', '--owner', 'Ben')).toMatchObject({
      candidates: 2,
      total: 4,
      filter: { owner: 'Ben' },
    });
    expect(await where.json('report', '--search', 'nobody')).toMatchObject({ candidates: 0, total: 4, worklist: [] });
    const { code, out } = await where.run('report', '--search', 'nobody');
    expect(code).toBe(0);
    expect(out).toContain('No candidate is meant by this.');
    expect((await terminal().run('report')).out).toContain('There are no candidates yet.');
  });

  test('lists as many as asked for, and says of how many', async () => {
    const where = await small();
    const all = await reportOf(where);
    const one = await reportOf(where, '--most', '1');
    expect(one.worklist).toEqual(all.worklist.slice(0, 1));
    expect(one.atRisk).toBe(all.atRisk);
    expect((await where.run('report', '--most', '1')).out).toContain(`The 1 at most risk of ${all.atRisk}.`);
  });

  test('is a sheet of those at risk', async () => {
    const where = await small();
    const records = parseCsv((await where.run('report', '--format', 'csv')).out, { columns: true }) as Records;
    const { worklist } = await reportOf(where);
    expect(records.map(({ id }) => id)).toEqual(worklist.map(({ id }) => id));
    expect(Object.keys(records[0] ?? {})).toEqual(expect.arrayContaining(['name', 'day', 'owner', 'command']));
  });

  test('names a journey that can not be read, and exits 5', async () => {
    const where = await small();
    writeFileSync(join(where.home, 'journeys', 'ali.json'), '{"cut":');
    const { code, out, err } = await where.run('report', '--json');
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({ candidates: 3, unread: ['ali'] });
    expect(err).toContain('ali');
    const veiled = await where.run('report', '--anonymous');
    expect(veiled.code).toBe(5);
    expect(veiled.out + veiled.err).not.toMatch(/\bali\b/);
  });

  test.each([
    ['--with', 'scores', /--with is about one candidate/],
    ['--most', '0', /--most/],
    ['--most', 'many', /--most/],
    ['--step', 'nowhere', /nowhere/],
  ])('refuses %s %s', async (flag, value, why) => {
    const where = await small();
    expect(await where.run('report', flag, value)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
  });
});

describe('what changed', () => {
  test('is said of the next report once one is remembered', async () => {
    const where = await small();
    expect((await where.run('report', '--remember', '--dry-run')).code).toBe(0);
    expect(existsSync(join(where.home, 'shared', 'report.json'))).toBe(false);
    const first = await where.run('report', '--remember');
    expect(first.out).toContain('No earlier report of these candidates is remembered.');
    expect(first.err).toContain('Remembered.');
    await where.run('done', 'admission', '--on', '2026-12-20', '-c', 'ana-cruz', '--today', '2026-12-20');
    await where.run('done', 'schedule', '--exam', '2027-01-20', '-c', 'nguyen-thi-anh', '--today', '2026-12-18');
    await where.run('candidates', 'add', '--name', 'New Person', '--today', '2026-12-19');
    const { changes } = await reportOf(where, '--today', '2026-12-20');
    expect(changes).toEqual({
      since: '2026-12-15',
      forward: [{ id: 'ana-cruz', from: 'admission', to: 'schedule' }],
      back: [],
      overdue: [],
      added: ['new-person'],
      gone: [],
      exams: [{ id: 'nguyen-thi-anh', from: '2026-12-20', to: '2027-01-20' }],
    });
    const { out } = await where.run('report', '--today', '2026-12-20');
    expect(out).toMatch(/moved on +Ana Cruz \(ana-cruz\) +Admission +Schedule/);
    // A report of others has none before it.
    expect(await where.json('report', '--owner', 'Ben')).toMatchObject({ changes: null });
  });

  test('is kept without names and searches, and forgets who is removed', async () => {
    const where = await small();
    await where.run('report', '--remember', '--search', 'Cruz');
    await where.run('report', '--remember');
    const kept = () =>
      ['report.json', 'report.previous.json']
        .map((name) => readFileSync(join(where.home, 'shared', name), 'utf8'))
        .join('\n');
    expect(kept()).not.toMatch(/Cruz|Ben|cebu|example\.org/);
    expect(kept()).toContain('ana-cruz');
    expect((await where.run('candidates', 'remove', 'ana-cruz', '--yes')).code).toBe(0);
    expect(kept()).not.toContain('ana-cruz');
    expect(await where.json('report')).toMatchObject({ changes: { gone: [] } });
  });

  test('is not remembered while a journey can not be read, so that nobody comes back as new', async () => {
    const where = await small();
    await where.run('report', '--remember');
    const file = join(where.home, 'shared', 'report.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(join(where.home, 'journeys', 'ali.json'), '{"cut":');
    const { code, err } = await where.run('report', '--remember');
    expect(code).toBe(5);
    expect(err).toContain('not remembered');
    expect(err).not.toContain('Remembered.');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is refused where what was remembered is damaged', async () => {
    const where = await small();
    await where.run('report', '--remember');
    writeFileSync(join(where.home, 'shared', 'report.json'), 'null');
    expect(await where.run('report')).toMatchObject({ code: 5, out: '' });
  });
});

const FORMATS = ['text', 'json', 'markdown', 'html', 'pdf', 'csv'] as const;

/** What it says in a format, as a reader of it would find it. */
async function written(where: Terminal, format: string, ...argv: string[]): Promise<string> {
  const { code, out, err } = await where.run(...argv, '--format', format);
  expect(code, err).toBe(0);
  return format === 'pdf' && hasPdfTools ? textIn(Buffer.from(out, 'latin1')) : out;
}

const CANARY = 'zyxcanary';

/** A candidate in whom everything that could name somebody is marked. */
async function marked(): Promise<Terminal> {
  const where = await small();
  const id = `${CANARY}-id`;
  const name = `${CANARY} Name`;
  await where.run(
    'candidates',
    'add',
    '--name',
    name,
    '--id',
    id,
    '--owner',
    `${CANARY} Owner`,
    '--tag',
    `${CANARY}-tag`,
    '--email',
    `${CANARY}@example.org`,
    '--note',
    `${CANARY} note`,
    '--country',
    'PH',
    '--today',
    '2026-06-01',
  );
  for (const words of [
    ['application', '--on', '2026-08-01', '--reference', `${CANARY} reference`, '--fee', '240USD'],
    ['admission', '--on', '2026-09-01'],
    ['schedule', '--on', '2026-09-10', '--exam', '2026-10-01', '--centre', `${CANARY} centre`],
    ['exam', '--on', '2026-10-01', '--result', 'pass'],
    ['scores', '--on', '2026-10-05', '--result', 'pass', '--score', '617'],
    ['certificate', '--on', '2026-12-01', '--number', 'CERT-90210'],
  ]) {
    const said = await where.run('done', ...words, '-c', id);
    expect(said.code, said.err).toBe(0);
  }
  await where.run('check', 'passport', '--valid-until', '2031-05-01', '-c', id);
  return where;
}

describe('anonymous', () => {
  test.each(FORMATS)('nothing in %s names anybody', async (format) => {
    const where = await marked();
    await where.run('report', '--remember');
    await where.run('done', 'admission', '--on', '2026-12-14', '-c', 'ana-cruz');
    const names = /zyxcanary|Ana Cruz|ana-cruz|Nguy|nguyen|lukasz|\bBen\b|cebu|\bali\b/i;
    for (const argv of [['report'], ['report', '--search', CANARY], ['report', '--owner', 'Ben', '--tag', 'cebu']]) {
      expect(await written(where, format, ...argv, '--anonymous')).not.toMatch(names);
    }
    if (format === 'csv') return;
    expect(await written(where, format, 'report', '--anonymous')).toMatch(/Candidate|candidate/);
    expect(await written(where, format, 'report', '-c', `${CANARY}-id`, '--anonymous', '--with', 'scores')).not.toMatch(
      names,
    );
  });

  test('numbers follow the ids, whatever is chosen', async () => {
    const where = await small();
    const all = await reportOf(where, '--anonymous');
    const some = await reportOf(where, '--anonymous', '--owner', 'Ana');
    expect(all.worklist[0]).toMatchObject({ id: 'candidate-1', name: 'Candidate 1', owner: 'Owner 1' });
    expect(some.worklist[0]).toMatchObject({ id: 'candidate-1', name: 'Candidate 1' });
  });
});

describe('one candidate for an employer', () => {
  const id = `${CANARY}-id`;

  test.each(FORMATS.filter((format) => format !== 'csv'))('in %s keeps private what is private', async (format) => {
    const where = await marked();
    const plain = await written(where, format, 'report', '-c', id);
    expect(plain).toContain(`${CANARY} Name`);
    expect(plain).not.toMatch(/617|CERT-90210|example\.org|zyxcanary (note|reference|Owner|centre)|zyxcanary-tag/);
    const scores = await written(where, format, 'report', '-c', id, '--with', 'scores');
    expect(scores).toContain('617');
    expect(scores).not.toContain('CERT-90210');
    const both = await written(where, format, 'report', '-c', id, '--with', 'Number,scores');
    expect(both.replaceAll('\\', '')).toContain('CERT-90210');
  });

  test('tells each day with its basis, papers, and how the credential is kept', async () => {
    const said = await packetOf(await marked(), id);
    expect(said).toMatchObject({
      schema: 'ascpi/report-packet@1',
      candidate: { id, name: `${CANARY} Name`, credential: 'MLS(ASCPi)', country: 'PH' },
      board: 'ASCPi',
      papers: [{ item: 'passport', title: 'Passport', validUntil: '2031-05-01' }],
      maintenance: [{ credential: 'MLS(ASCPi)', end: '2029-10-01', basis: 'rule', state: 'running' }],
    });
    expect(said.scores).toBeUndefined();
    expect(said.steps).toContainEqual({ id: 'exam', title: 'Exam', state: 'done', on: '2026-10-01', basis: 'fact' });
    const booked = await packetOf(await small(), 'nguyen-thi-anh');
    expect(booked.steps).toContainEqual({
      id: 'exam',
      title: 'Exam',
      state: 'current',
      on: '2026-12-20',
      basis: 'fact',
    });
    const { out } = await (await small()).run('report', '-c', 'nguyen-thi-anh');
    expect(out).toMatch(/Exam window: +Fri 20 Nov 2026 to Sat 20 Feb 2027 \(computed from a rule\)/);
  });

  test('tells of the visa only when asked', async () => {
    const where = await marked();
    const visa = ['--priority', '2018-03-15', '--category', 'EB-3', '--chargeability', 'Philippines'];
    expect((await where.run('visa', 'set', ...visa, '-c', id)).code).toBe(0);
    expect((await where.run('report', '-c', id)).out).not.toMatch(/visa|EB-3|2018/i);
    expect((await where.run('report', '-c', id, '--with', 'visa')).out).toMatch(/EB-3.*Philippines.*15 Mar 2018/s);
  });

  test.skipIf(!hasPdfTools)(`is one page${unless}`, async () => {
    const { out } = await (await marked()).run('report', '-c', id, '--with', 'scores,number,visa', '--format', 'pdf');
    expect(faultsIn(Buffer.from(out, 'latin1'))).toBe('');
    expect(pagesIn(Buffer.from(out, 'latin1'))).toBe(1);
  });

  test.each([
    [['--with', 'score'], /--with knows no "score". Did you mean scores/],
    [['--remember'], /--remember makes no sense with -c/],
    [['--owner', 'Ben'], /a filter makes no sense with -c/],
  ])('refuses %s', async (argv, why) => {
    const where = await marked();
    expect(await where.run('report', '-c', id, ...argv)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(why),
    });
  });
});

/** Those of the sample that can be names, and what spreadsheets and markup make of others. */
const hostileNames: readonly string[] = [
  ...Object.values(hostile),
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(A1)',
  '-2+3',
  'O\'Neill, "Bob"',
  '</title><script>alert(2)</script>',
  '"><svg onload=alert(3)>',
  '--><b>x</b>',
  ']]>',
  '&lt;i&gt;',
  'Nguyễn Thị Ánh',
  `Z${'\u0300\u0301\u0302'.repeat(20)}a`,
  '__proto__',
  '{{7*7}} #{7*7} <%= 7*7 %>',
  '$(id) `id` %s%n',
  "Robert'); DROP TABLE students;--",
  'javascript:alert(4)',
  '&#60;img src=x onerror=alert(5)&#62;',
  '</text></svg><b>Ana',
];

/** Names with which a journey can be begun, and those written into it by hand. */
async function withHostileNames(): Promise<{ where: Terminal; names: string[] }> {
  const where = terminal({ day: '2026-12-15' });
  const names: string[] = [];
  for (const [index, name] of hostileNames.entries()) {
    const id = `h${index}`;
    const owner = name.length > 100 ? 'Ana' : name;
    const said = await where.run(
      'candidates',
      'add',
      '--name',
      name,
      '--id',
      id,
      '--owner',
      owner,
      '--today',
      '2026-06-01',
    );
    if (said.code !== 0) continue;
    names.push(name);
    await where.run('done', 'application', '--on', '2026-08-01', '-c', id);
    await where.run('done', 'admission', '--on', '2026-09-25', '-c', id);
    if (index === 0) await where.run('report', '--remember');
  }
  return { where, names };
}

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly value?: string;
}
const allOf = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(allOf)];

const require = createRequire(import.meta.url);
const hasJava = (() => {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('with hostile names', () => {
  const OWN = new Set(
    '#document #documentType #text html head meta title link style body header h1 p main section h2 h3 dl dt dd div figure figcaption svg desc rect line text table caption span thead tbody tr th td bdi code strong footer a pre #comment'.split(
      ' ',
    ),
  );
  const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]/;

  test('text, Markdown, JSON and sheets are safe and whole', async () => {
    const { where, names } = await withHostileNames();
    expect(names.length).toBeGreaterThanOrEqual(30);
    const most = ['--most', '100'];
    for (const format of ['text', 'markdown']) {
      const { out } = await where.run('report', ...most, '--format', format);
      expect(out).not.toMatch(HARMFUL);
      if (format === 'markdown') expect(out).not.toMatch(/(?<!\\)<(script|svg|b>|\/title)/);
    }
    expect((await where.run('report', ...most, '--accessible')).out).not.toMatch(HARMFUL);
    const { worklist } = await reportOf(where, ...most);
    expect(worklist.map(({ name }) => name).sort()).toEqual([...names].sort());
    const records = parseCsv((await where.run('report', ...most, '--format', 'csv')).out, { columns: true }) as Records;
    expect(records).toHaveLength(names.length);
    for (const record of records) expect(record['name']).not.toMatch(/^[=+@-]/);
  });

  test('a page has no elements but its own', async () => {
    const { where } = await withHostileNames();
    const pages = [['report', '--most', '100'], ...[0, 10, 25, 30].map((index) => ['report', '-c', `h${index}`])];
    for (const argv of pages) {
      const { code, out } = await where.run(...argv, '--format', 'html');
      if (code !== 0) continue;
      const foreign = allOf(parse(out) as never).filter(({ nodeName }) => !OWN.has(nodeName));
      expect(
        foreign.map(({ nodeName }) => nodeName).filter((name) => !['details', 'summary', 'ul', 'li'].includes(name)),
      ).toEqual([]);
      expect(out).not.toMatch(HARMFUL);
    }
  });

  test.skipIf(!hasJava)(`the Nu checker finds no fault${hasJava ? '' : ' (skipped: no Java here)'}`, async () => {
    const { where } = await withHostileNames();
    const path = `${temporaryHome()}.html`;
    writeFileSync(path, (await where.run('report', '--most', '100', '--format', 'html')).out);
    const options = ['--errors-only', '--exit-zero-always', '--stdout', '--format', 'gnu'];
    expect(execFileSync('java', ['-jar', String(require('vnu-jar')), ...options, path], { encoding: 'utf8' })).toBe('');
  });

  test.skipIf(missingChromium)(
    `nobody is shut out${missingChromium ? `: skipped, ${missingChromium}` : ''}`,
    async () => {
      const { where } = await withHostileNames();
      const viewer = await startViewer();
      try {
        for (const argv of [
          ['report', '--most', '100'],
          ['report', '-c', 'h10'],
        ]) {
          const { out } = await where.run(...argv, '--format', 'html');
          const { page, requests, complaints, look } = await viewer.open(out);
          await page.evaluate(axe.source);
          for (const width of [390, 1280]) {
            for (const colors of ['light', 'dark'] as const) {
              await look({ width, colors });
              const { violations } = await page.evaluate<AxeResults>('axe.run()');
              expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
              expect(
                await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
              ).toBe(0);
            }
          }
          expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
          expect(complaints).toEqual([]);
          await page.close();
        }
      } finally {
        await viewer.close();
      }
    },
    60_000,
  );

  test.skipIf(!hasPdfTools)(`a PDF is sound, or says which letters it lacks${unless}`, async () => {
    const { where } = await withHostileNames();
    for (const [index, name] of hostileNames.entries()) {
      const { code, out, err } = await where.run('report', '-c', `h${index}`, '--format', 'pdf');
      if (code === 0) expect(faultsIn(Buffer.from(out, 'latin1')), name).toBe('');
      else expect(err, name).toMatch(/no candidate|no journey|lack what this answer needs|can't hold letters/);
    }
    const veiled = await where.run('report', '--anonymous', '--format', 'pdf');
    expect(veiled.code, veiled.err).toBe(0);
    expect(faultsIn(Buffer.from(veiled.out, 'latin1'))).toBe('');
  });
});

test('of 5,000 candidates no format is larger than 2 MB', async () => {
  const today = '2026-12-15' as CivilDate;
  const rulebook = shippedRulebook();
  const journeys = generatedCohort(5000, today);
  const membersOn = (day: CivilDate) =>
    journeys.map((journey) => memberOf(journey, situationOf(journey, day, rulebook)));
  const members = membersOn(today);
  const book = shippedPlanbook();
  const whole = cohortOf(members, today);
  const before = '2026-11-15' as CivilDate;
  const input = {
    cohort: whole,
    worklist: whole.worklist.slice(0, 25),
    total: 5000,
    filter: {},
    waits: { rows: calibrate(journeys, today, book), least: observedLeast(book, today) },
    changes: changesSince(snapshotOf(membersOn(before), before), snapshotOf(members, today)),
    names: new Map(members.map(({ row }) => [row.id, row.name])),
    unread: [],
  };
  for (const name of ['text', 'json', 'markdown', 'html', 'csv'] as const) {
    const text = await formatNamed(name)?.render(reportView(input, today), onTerminal);
    const size = Buffer.byteLength(text ?? '');
    expect(size, name).toBeGreaterThan(1000);
    expect(size, name).toBeLessThan(2_000_000);
  }
});
