// Checklists of steps and of occasions: found by their name, shown on a screen, written and sent to paper.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collisionsIn, faultsIn, hasPdfTools, pagesIn, squeezed, textIn, unless } from '../formats/pdf-tools.ts';
import { programs } from './programs-on-path.ts';
import { bookedJourney, dataFolder, type Terminal, temporaryHome, terminal } from './terminal.ts';

interface List {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly ticked: string | null }[];
}
const listsOf = async (where: Terminal, ...argv: string[]) =>
  (await where.json('checklist', ...argv)) as unknown as { steps: readonly List[]; occasions: readonly List[] };
const ids = (lists: readonly List[]) => lists.map(({ id }) => id);

/** The shipped data and one checklist that belongs to no step. */
function withOccasion(): Terminal {
  const data = temporaryHome();
  cpSync(dataFolder, data, { recursive: true });
  const item = {
    id: 'iron-a-shirt',
    title: 'Iron a shirt',
    detail: 'The day before.',
    source: 'this tool',
    checked: '2026-11-01',
    confidence: 'high',
  };
  const list = { occasion: 'party', title: 'Be ready for the party', items: [item] };
  writeFileSync(join(data, 'checklists/party.json'), JSON.stringify(list));
  return terminal({ data });
}

test('without a name there are the seven steps, by a name that of the step', async () => {
  const where = withOccasion();
  await bookedJourney(where);
  const all = await listsOf(where);
  expect(ids(all.steps)).toHaveLength(7);
  expect(all.occasions).toEqual([]);
  for (const name of ['exam', 'EXAM', '5']) expect(ids((await listsOf(where, name)).steps)).toEqual(['exam']);
});

test('an occasion is found by its name, and its items can be ticked', async () => {
  const where = withOccasion();
  await bookedJourney(where);
  await where.run('check', 'iron-a-shirt', '--on', '2026-12-14');
  const { steps, occasions } = await listsOf(where, 'Party');
  expect(steps).toEqual([]);
  expect(occasions).toMatchObject([{ id: 'party', items: [{ id: 'iron-a-shirt', ticked: '2026-12-14' }] }]);
  const said = await where.run('checklist', 'party');
  expect(said.out).toContain('\nBe ready for the party\n');
  expect(said.out).toContain('Iron a shirt');
});

test.each([
  ['prty', /there is no checklist "prty"/, /Did you mean party\?/],
  ['holiday', /there is no checklist "holiday"/, /Checklists: eligibility, .*, certificate, .*party/],
])('a checklist that is not there: %s', async (name, message, hint) => {
  const where = withOccasion();
  await bookedJourney(where);
  const said = await where.run('checklist', name);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(message);
  expect(said.err).toMatch(hint);
});

const bytesOf = async (where: Terminal, ...argv: string[]): Promise<Uint8Array> => {
  const said = await where.run('checklist', ...argv, '--format', 'pdf');
  if (said.code !== 0) throw new Error(said.err);
  return Buffer.from(said.out, 'latin1');
};

const titlesOf = ({ steps }: Awaited<ReturnType<typeof listsOf>>): string[] =>
  steps.flatMap(({ items }) => items).map((item) => (item as unknown as { title: string }).title);

describe.runIf(hasPdfTools)(`on paper${unless}`, () => {
  const papers = ['a4', 'letter'];

  test.each(papers)('all of it is on two pages of %s, and nothing of it is lost or cut', async (paper) => {
    const where = terminal();
    await bookedJourney(where);
    await where.run('check', 'one-account', '--on', '2026-12-01');
    await where.run('check', 'passport', '--valid-until', '2031-05-30');
    const bytes = await bytesOf(where, '--paper', paper);
    expect(faultsIn(bytes)).toBe('');
    expect(pagesIn(bytes)).toBe(2);
    expect(collisionsIn(bytes)).toEqual([]);
    const said = squeezed(textIn(bytes, '-raw'));
    for (const title of titlesOf(await listsOf(where))) expect(said).toContain(squeezed(title));
    for (const words of ['Maria Santos', '2 of 50 ticked', '30 Nov 2026', 'exam on Fri 15 Jan 2027', 'Done on']) {
      expect(said).toContain(squeezed(words));
    }
    for (const words of ['Valid until Fri 30 May 2031', 'Issued by your training programme. Copies: 1.', 'Pitfall:']) {
      expect(said).toContain(squeezed(words));
    }
    for (const words of ['Sources, last checked Sun 1 Nov 2026', 'page 2 of 2', 'As of Tue 15 Dec 2026']) {
      expect(said).toContain(squeezed(words));
    }
    // No days are counted down on a page that hangs for weeks.
    expect(said).not.toMatch(/in\d+days/);
  });

  test.each(papers)('each step has a page of %s of its own, with every detail', async (paper) => {
    const where = terminal();
    await bookedJourney(where);
    const bytes = await bytesOf(where, '--pages', 'step', '--paper', paper);
    expect(pagesIn(bytes)).toBe(7);
    expect(collisionsIn(bytes)).toEqual([]);
    const pages = textIn(bytes, '-raw').split('\f');
    const { steps } = await listsOf(where);
    for (const [index, { items }] of steps.entries()) {
      const said = squeezed(pages[index] ?? '');
      for (const item of items as unknown as { title: string; detail: string }[]) {
        expect(said).toContain(squeezed(item.title));
        expect(said).toContain(squeezed(item.detail));
      }
    }
  });

  test.each(papers)('a blank one fits two pages of %s too, and needs no journey', async (paper) => {
    const where = terminal();
    const any = await bytesOf(where, '--blank', '--paper', paper);
    expect(pagesIn(any)).toBe(2);
    expect(collisionsIn(any)).toEqual([]);
    expect(squeezed(textIn(any, '-raw'))).toContain(squeezed('Checklist for ASCPi certification'));
    expect(textIn(any)).toContain('Name');
    const mine = ['--blank', '--credential', 'MLS', '--country', 'Philippines', '--route', '2', '--paper', paper];
    const said = squeezed(textIn(await bytesOf(where, ...mine), '-raw'));
    expect(said).toContain(squeezed('Checklist for MLS(ASCPi)'));
    expect(said).toContain(squeezed('Get the experience form signed'));
    expect(said).not.toContain(squeezed('Get the training form signed'));
  });

  test('names of 300 letters do not push it off its two pages', async () => {
    const where = terminal();
    await where.run('start', '--name', `Maria ${'Wolfeschlegelsteinhausen'.repeat(12)}`.slice(0, 200), '--id', 'w');
    const bytes = await bytesOf(where);
    expect(pagesIn(bytes)).toBe(2);
    expect(collisionsIn(bytes)).toEqual([]);
  });

  test('an occasion is printed like a step', async () => {
    const where = withOccasion();
    await bookedJourney(where);
    const bytes = await bytesOf(where, 'party');
    expect(pagesIn(bytes)).toBe(1);
    expect(textIn(bytes)).toContain('Be ready for the party');
  });

  test('it reads as it did', async () => {
    const where = terminal();
    await bookedJourney(where);
    const text = textIn(await bytesOf(where, '--paper', 'a4'), '-raw');
    await expect(text).toMatchFileSnapshot('golden/checklist-pdf.txt');
  });
});

test('the way to another board has the checklists of its own steps, numbered by it', async () => {
  const where = terminal();
  await where.run('start', '--name', 'Maria Santos', '--credential', 'MLS(AMT)', '--country', 'PH');
  const { steps } = await listsOf(where);
  expect(ids(steps)).not.toContain('admission');
  expect(ids((await listsOf(where, '3')).steps)).toEqual(['schedule']);
  expect((await where.run('checklist', 'admission')).err).toMatch(/there is no checklist "admission"/);
  const { out } = await where.run('checklist', '--format', 'markdown');
  expect(out).toContain('**3 Schedule**');
  expect(out).toContain('## 3 Book the exam');
});

test('Markdown has the days, room to write, every detail and the sources', async () => {
  const where = terminal();
  await bookedJourney(where);
  const { out } = await where.run('checklist', 'application', '--format', 'markdown');
  await expect(out).toMatchFileSnapshot('golden/checklist.md');
});

test('a page in HTML has room to write too, and each step begins a sheet of its own if asked', async () => {
  const where = terminal();
  await bookedJourney(where);
  const whole = await where.run('checklist', '--format', 'html');
  expect(whole.out).toContain('[one-account]');
  expect(whole.out.match(/class="blanks"/g)?.length).toBeGreaterThan(50);
  expect(whole.out).not.toContain('class="page-break"');
  const apart = await where.run('checklist', '--format', 'html', '--pages', 'step');
  expect(apart.out.match(/class="page-break"/g)).toHaveLength(6);
});

test('JSON of a blank one says whom it is for', async () => {
  const where = terminal();
  const blank = await where.json('checklist', '--blank', '--credential', 'mls', '--country', 'ph', '--route', '1');
  expect(blank).toMatchObject({ candidate: null, credential: 'MLS(ASCPi)', country: 'PH', route: 1 });
  const application = (blank['steps'] as unknown as List[]).find(({ id }) => id === 'application');
  expect(application?.items.map(({ id }) => id)).toContain('training-form');
  expect(application?.items.map(({ id }) => id)).not.toContain('experience-form');
  expect(application?.items.find(({ id }) => id === 'training-form')).toMatchObject({
    document: { issuer: 'your training programme', copies: 1 },
  });
  const text = await where.run('checklist', 'application', '--blank');
  expect(text.out).toMatch(/^Checklist for ASCPi certification\n/);
  expect(text.out).toContain('Issued by your training programme. Copies: 1.');
});

test.each([
  [['--credential', 'MLS'], /--credential makes no sense here/],
  [['--blank', '--route', '1'], /--route makes no sense without --credential/],
  [['--blank', '-c', 'maria-santos'], /-c and --blank contradict/],
  [['--blank', '--credential', 'XYZ'], /there is no credential "XYZ"/],
  [['--pages', 'step'], /--pages makes no sense with text/],
  [['--pages', 'three', '--format', 'pdf'], /"three" is not an answer to --pages/],
  [['--print', '-o', 'x.pdf'], /--print and -o contradict/],
  [['--print', '--format', 'markdown'], /--print and --format markdown contradict/],
])('%s is refused', async (argv, message) => {
  const where = terminal();
  await bookedJourney(where);
  const said = await where.run('checklist', ...argv);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(message);
});

describe.skipIf(process.platform === 'win32')('--print', () => {
  const printed = async (lines: Record<string, string>, ...argv: string[]) => {
    const path = programs(lines);
    const where = terminal({ env: path.env });
    await bookedJourney(where);
    return { said: await where.run('checklist', '--print', ...argv), path };
  };
  /** A printer that keeps what it is given, and the words it was called with. */
  const lp = 'for last; do :; done; cp "$last" "$LOG.pdf"; printf "%s\\n" "$@" > "$LOG"';

  test('hands a PDF to the printer, and leaves no copy behind', async () => {
    const { said, path } = await printed({ lp }, '--paper', 'a4');
    expect(said).toEqual({ code: 0, out: 'Sent to the default printer.\n', err: '' });
    const words = path.log().trim().split('\n');
    expect(words.slice(0, -1)).toEqual(['-t', 'ascpi', '-o', 'media=A4', '--']);
    expect(existsSync(words.at(-1) ?? '')).toBe(false);
    expect(existsSync(dirname(words.at(-1) ?? ''))).toBe(false);
    expect(readFileSync(`${path.folder}/log.txt.pdf`, 'latin1').startsWith('%PDF-1.7')).toBe(true);
  });

  test('prints a blank one for nobody, one step alone, and says so in JSON', async () => {
    const { said, path } = await printed({ lp }, 'exam', '--blank', '--json');
    expect(JSON.parse(said.out)).toMatchObject({ schema: 'ascpi/checklist@1', printed: true, candidate: null });
    expect(path.log()).toContain('media=A4');
  });

  test.each([
    [{}, /nothing was printed: there is no lp here/],
    [{ lp: 'echo "lp: Error - no default destination available." >&2; exit 1' }, /no default destination available/],
    [{ lp: 'exit 7' }, /lp failed \(exit 7\)/],
  ])('where there is no printer it says so in one line: %o', async (lines, message) => {
    const { said } = await printed(lines as Record<string, string>);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toMatch(message);
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.err).toContain('ascpi checklist -o checklist.pdf');
  });
});
