// `ascpi agency`: answers and offers recorded, red flags and open questions told, two side by side; bad input refused.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { collisionsIn, faultsIn, hasPdfTools, pagesIn, squeezed, textIn, unless } from '../formats/pdf-tools.ts';
import { dataFolder, type Terminal, temporaryHome, terminal } from './terminal.ts';

const NAME = 'Example Staffing';
const OTHER = 'Sample Staffing';

interface Criterion {
  readonly number: number | null;
  readonly id: string;
  readonly answer: string | null;
  readonly evidence: string | null;
  readonly source: string;
  readonly checked: string;
}
interface Agency {
  readonly name: string;
  readonly verdict: string;
  readonly state: string;
  readonly redFlags: readonly { readonly id: string; readonly evidence: string | null; readonly offer: string[] }[];
  readonly open: readonly { readonly number: number | null; readonly id: string; readonly question: string }[];
  readonly criteria: readonly Criterion[];
  readonly flagQuestions: readonly Criterion[];
  readonly offer: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
}

const agenciesOf = async (where: Terminal, ...argv: string[]) =>
  ((await where.json('agency', ...argv)) as unknown as { agencies: Agency[] }).agencies;

async function agencyOf(where: Terminal, ...argv: string[]): Promise<Agency> {
  const [found] = await agenciesOf(where, ...argv);
  if (!found) throw new Error('there is no agency');
  return found;
}

/** Runs command lines after `agency`; each must answer. */
async function tell(where: Terminal, ...lines: readonly (readonly string[])[]): Promise<void> {
  for (const line of lines) {
    const said = await where.run('agency', ...line);
    expect(said.code, `${line.join(' ')}: ${said.err}`).toBe(0);
  }
}

async function withAgencies(where = terminal()): Promise<Terminal> {
  await tell(where, ['add', NAME], ['add', OTHER]);
  return where;
}

const words = (text: string) => text.replace(/\s+/g, ' ');
const documentOf = ({ home }: Terminal) => join(home, 'shared/agencies.json');

test('without any agency it says what will be asked and how to begin, and creates nothing', async () => {
  const where = terminal();
  const { code, out, err } = await where.run('agency');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(words(out)).toMatch(/No staffing agency is recorded yet.*10 Visas for your family.*ascpi agency add "<name>"/);
  expect(await agenciesOf(where)).toEqual([]);
  expect(existsSync(where.home)).toBe(false);
});

test('the ten criteria by number with their answers and evidence, the red flags, and what is open', async () => {
  const where = await withAgencies();
  await tell(
    where,
    ['answer', NAME, '1', 'no', '--evidence', 'asks 500 USD before the visa'],
    ['answer', 'example  STAFFING', 'Brand', 'YES', '--evidence', 'two co-workers'],
    ['answer', NAME, '3', 'unknown'],
  );
  const agency = await agencyOf(where);
  expect(agency.name).toBe(NAME);
  expect(agency.criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(agency.criteria.slice(0, 4)).toMatchObject([
    { number: 1, id: 'no-fee', answer: 'no', evidence: 'asks 500 USD before the visa' },
    { number: 2, id: 'joint-commission', answer: null, evidence: null },
    { number: 3, id: 'code-of-ethics', answer: 'unknown', evidence: null },
    { number: 4, id: 'brand', answer: 'yes', evidence: 'two co-workers' },
  ]);
  expect(agency.flagQuestions.map(({ id }) => id)).toEqual(['free-to-leave', 'keep-originals', 'payers-named']);
  expect(agency.redFlags).toMatchObject([{ id: 'no-fee', evidence: 'asks 500 USD before the visa', offer: [] }]);
  expect(agency.open.map(({ number, id }) => number ?? id)).toEqual([
    ...['free-to-leave', 'keep-originals', 'payers-named'],
    ...[2, 3, 5, 6, 7, 8, 9, 10],
  ]);
  expect(agency.state).toBe('flagged');
  for (const { source, checked } of [...agency.criteria, ...agency.flagQuestions]) {
    expect(source).toMatch(/20\d\d/);
    expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test('red flags stand above verdict and questions, and flagged agencies above the others', async () => {
  const where = await withAgencies();
  await tell(where, ['answer', OTHER, 'keep-originals', 'no'], ['answer', NAME, '9', 'yes', '--evidence', 'page 2']);
  const { out } = await where.run('agency');
  const places = [OTHER, 'Red flag', 'Verdict: 1 red flag', 'Ask next', NAME, 'No red flag so far'];
  const found = places.map((each) => out.indexOf(each));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(-1);
  expect((await agenciesOf(where)).map(({ name }) => name)).toEqual([OTHER, NAME]);
  expect(words(out)).toContain('It proves nothing about a firm.');
});

test('show says of every criterion the question, why, how to verify, and both sides of a no', async () => {
  const where = await withAgencies();
  await tell(where, ['answer', NAME, '2', 'no', '--evidence', 'direct hire']);
  const out = words((await where.run('agency', 'show', NAME)).out);
  expect(out).toContain('You recorded on 15 Dec 2026: no; direct hire');
  expect(out.match(/Why: /g)).toHaveLength(13);
  expect(out.match(/If no, it proves: /g)).toHaveLength(13);
  expect(out.match(/It does not prove: /g)).toHaveLength(13);
  expect(out).toMatch(/Sources .* Last checked 2026-11-01; confidence/);
  expect(out).toContain(`ascpi agency answer "${NAME}" free-to-leave yes|no|unknown`);
});

test('what to type next names the agency, but for a name in which a shell would read more', async () => {
  const where = terminal();
  const show = async (name: string, ...argv: string[]) => (await where.run('agency', ...argv, name)).err;
  expect(await show('Łukasz & Söhne', 'add')).toContain('ascpi agency interview "Łukasz & Söhne"');
  expect(await show('Łukasz & Söhne', 'remove')).toContain('ascpi agency show "Łukasz & Söhne"');
  for (const name of ['$(reboot)', '`id`', 'a"b', '!!', 'a\u202eb', 'a\\']) {
    const hint = await show(name, 'add');
    expect([name, hint.split('\n')[0]]).toEqual([name, 'Ask its questions: ascpi agency interview "<name>"']);
  }
});

test('the sheet has every question with three boxes, and says nothing of any agency', async () => {
  const where = await withAgencies();
  const folder = temporaryHome();
  mkdirSync(folder);
  const file = join(folder, 'sheet.md');
  expect((await where.run('agency', 'sheet', '-o', file)).code).toBe(0);
  const sheet = readFileSync(file, 'utf8');
  expect(sheet.match(/^- \[ \] (yes|no|not clear)$/gm)).toHaveLength(39);
  expect(sheet.match(/Day: _+ Notes: _/g)).toHaveLength(13);
  expect(sheet.match(/^## Red flag: /gm)).toHaveLength(4);
  expect(sheet).not.toContain(NAME);
  const { criteria } = (await where.json('agency', 'sheet')) as unknown as { criteria: object[] };
  expect(criteria).toHaveLength(13);
  for (const each of criteria) expect(each).toMatchObject({ absence: { proves: /./, doesNotProve: /./ } });
});

describe.runIf(hasPdfTools)(`on paper${unless}`, () => {
  test.each(['a4', 'letter'])('the sheet takes three pages of %s, and nothing of it is lost or cut', async (paper) => {
    const said = await terminal().run('agency', 'sheet', '--format', 'pdf', '--paper', paper);
    const bytes = Buffer.from(said.out, 'latin1');
    expect(faultsIn(bytes)).toBe('');
    expect(pagesIn(bytes)).toBe(3);
    expect(collisionsIn(bytes)).toEqual([]);
    const text = squeezed(textIn(bytes, '-raw'));
    const { criteria } = (await terminal().json('agency', 'sheet')) as unknown as { criteria: { question: string }[] };
    for (const { question } of criteria) expect(text).toContain(squeezed(question));
  });
});

describe('the offer', () => {
  test('is kept part by part, corrected by a later word, and a hyphen leaves a part out', async () => {
    const where = await withAgencies();
    await tell(
      where,
      [
        'offer',
        NAME,
        '--pay',
        '34usd/Hour',
        '--hours',
        '37.5',
        '--housing',
        'provided',
        '--premium',
        '150.50 USD/month',
      ],
      [
        'offer',
        NAME,
        '--match',
        '4%',
        '--penalty',
        'none',
        '--insurance',
        'platinum; dental',
        '--exam-payer',
        'Agency',
      ],
      ['offer', NAME, '--pay', '35USD/hour', '--hours', '-', '--family-visas', 'yes'],
    );
    const { offer, missing, redFlags } = await agencyOf(where);
    expect(offer).toEqual({
      pay: { amount: 35, currency: 'USD', per: 'hour' },
      housing: 'provided',
      premium: { amount: 150.5, currency: 'USD', per: 'month' },
      match: { percent: 4 },
      penalty: 'none',
      insurance: 'platinum; dental',
      examPayer: 'agency',
      familyVisas: 'yes',
    });
    expect(missing).toEqual(['hours', 'visascreenPayer', 'petitionPayer']);
    expect(redFlags).toEqual([]);
  });

  test('with a penalty and a payer whom nobody could name raises red flags', async () => {
    const where = await withAgencies();
    await tell(where, ['offer', NAME, '--penalty', '10000USD', '--petition-payer', 'unknown']);
    const { redFlags } = await agencyOf(where);
    expect(redFlags.map(({ id, offer }) => [id, offer])).toEqual([
      ['free-to-leave', ['penalty']],
      ['payers-named', ['petitionPayer']],
    ]);
    expect(words((await where.run('agency')).out)).toContain('In the offer: Penalty for leaving: USD 10,000');
    const { out } = await where.run('agency', 'show', NAME);
    expect(out).toMatch(/☑ Free to leave \[free-to-leave\] +in the offer\n/);
    expect(out).toMatch(/☐ Who pays is written down \[payers-named\] +not asked\n/);
  });

  test('side by side: totals of a year, what is missing in each, and no difference before both are whole', async () => {
    const where = await withAgencies();
    await tell(
      where,
      [
        'offer',
        NAME,
        '--pay',
        '70000USD/year',
        '--housing',
        '1000USD/month',
        '--match',
        '4%',
        '--premium',
        '150USD/month',
      ],
      ['offer', OTHER, '--pay', '34USD/hour', '--hours', '36', '--housing', 'provided'],
    );
    const first = words((await where.run('agency', 'compare', NAME, OTHER)).out);
    expect(first).toContain('Total USD 83,000 USD 63,648 so far');
    expect(first).toContain('B Pay: USD 34 × 36 hours × 52 weeks');
    expect(first).toContain('Total B: not whole without 401(k) match, what you pay for insurance.');
    expect(first).toMatch(/Missing in A: hours a week, insurance, penalty for leaving early, who pays for the exam/);
    expect(first).not.toContain('Difference');
    expect(first).toMatch(/Asked of neither: Free to leave; .*; 10 Visas for your family\./);
    await tell(where, ['offer', OTHER, '--match', 'none', '--premium', 'none']);
    const whole = words((await where.run('agency', 'compare', NAME, OTHER)).out);
    expect(whole).toContain('Difference: A comes to USD 19,352 more in a year than B.');
    const turned = words((await where.run('agency', 'compare', OTHER, NAME)).out);
    expect(turned).toContain('Difference: B comes to USD 19,352 more in a year than A.');
    const names = (await agenciesOf(where, 'compare', OTHER, NAME)).map(({ name }) => name);
    expect(names).toEqual([OTHER, NAME]);
  });

  test('side by side without any offer: nothing is made up', async () => {
    const out = words((await (await withAgencies()).run('agency', 'compare', NAME, OTHER)).out);
    expect(out).toContain('The offers Nothing is recorded.');
    expect(out).not.toMatch(/In a year|Total|Missing in/);
  });

  test('as a sheet: the offers under the names, safe for a spreadsheet', async () => {
    const where = await withAgencies();
    await tell(
      where,
      ['rename', OTHER, '=1+1'],
      ['offer', NAME, '--pay', '34USD/hour', '--hours', '36', '--insurance', '@SUM(A1)'],
    );
    const { out } = await where.run('agency', 'compare', NAME, '=1+1', '--format', 'csv');
    const rows = parse(out) as string[][];
    expect(rows.slice(0, 3)).toEqual([
      ['what', 'a', 'b'],
      ['Agency', NAME, "'=1+1"],
      ['Pay', 'USD 34 an hour', 'not said'],
    ]);
    // Whatever the text tells of the two is there too.
    const told = Object.fromEntries(rows.map(([what = '', ...sides]) => [what, sides]));
    expect(told['Verdict']?.[0]).toMatch(/\S/);
    expect(told['Missing in the offer']?.[0]).toMatch(/housing/i);
    expect(told['Red flags']).toHaveLength(2);
    expect(told['1 No fee for you']?.[0]).toBe('not asked');
    expect(rows.find(([what]) => what === 'Insurance')).toEqual(['Insurance', "'@SUM(A1)", 'not said']);
    expect(told['In a year']).toEqual(['USD 63,648 so far', 'not known without the pay']);
    const list = parse((await where.run('agency', '--format', 'csv')).out, { columns: true }) as { state: string }[];
    expect(list.map(({ state }) => state)).toEqual(['unasked', 'unasked']);
  });

  test('currencies are never mixed, and equal totals are said to be equal', async () => {
    const where = await withAgencies();
    const rest = ['--housing', 'none', '--match', 'none', '--premium', 'none'];
    await tell(
      where,
      ['offer', NAME, '--pay', '60000USD/year', ...rest],
      ['offer', OTHER, '--pay', '3000000PHP/year', ...rest],
    );
    const mixed = words((await where.run('agency', 'compare', NAME, OTHER)).out);
    expect(mixed).toContain('Currencies: nothing is converted');
    expect(mixed).not.toContain('Difference');
    await tell(where, ['offer', OTHER, '--pay', '5000USD/month']);
    expect(words((await where.run('agency', 'compare', NAME, OTHER)).out)).toContain('both come to the same');
  });
});

test('a dry run shows what would follow and keeps nothing', async () => {
  const where = await withAgencies();
  const before = readFileSync(documentOf(where), 'utf8');
  for (const line of [
    ['add', 'Third'],
    ['answer', NAME, '1', 'no'],
    ['offer', NAME, '--penalty', '1USD'],
    ['rename', NAME, 'Third'],
    ['remove', NAME],
  ]) {
    const said = await where.run('agency', ...line, '--dry-run');
    expect(said.code, said.err).toBe(0);
    expect(said.out).toMatch(/^Would /);
  }
  expect(readFileSync(documentOf(where), 'utf8')).toBe(before);
});

test('answers stay with an agency that is renamed; one that is removed leaves the list, and its entries stay', async () => {
  const where = await withAgencies();
  await tell(where, ['answer', NAME, '1', 'no'], ['rename', NAME, 'EXAMPLE staffing'], ['remove', OTHER, '--yes']);
  const left = await agenciesOf(where);
  expect(left.map(({ name, redFlags }) => [name, redFlags.length])).toEqual([['EXAMPLE staffing', 1]]);
  expect(readFileSync(documentOf(where), 'utf8')).toContain(OTHER);
  expect((await where.run('agency', 'show', OTHER)).code).toBe(3);
  await tell(where, ['add', OTHER]);
  expect(await agenciesOf(where)).toHaveLength(2);
});

test('an answer is taken back with a hyphen; the entries before it stay', async () => {
  const where = await withAgencies();
  await tell(where, ['answer', NAME, '1', 'no', '--evidence', 'a mail'], ['answer', NAME, '1', '-']);
  expect((await agencyOf(where)).redFlags).toEqual([]);
  expect(readFileSync(documentOf(where), 'utf8')).toContain('a mail');
  const said = await where.run('agency', 'answer', NAME, '1', '-');
  expect(said).toMatchObject({ code: 3, out: '' });
});

test('every answer has its day, and can be asked for as of a day', async () => {
  const where = terminal();
  await where.run('agency', 'add', NAME, '--today', '2026-12-01');
  await tell(where, ['answer', NAME, '1', 'no', '--on', '2026-12-10']);
  expect((await agencyOf(where, '--today', '2026-12-09')).state).toBe('unasked');
  expect((await agencyOf(where, '--today', '2026-12-10')).state).toBe('flagged');
  const later = ['agency', 'answer', NAME, '2', 'yes', '--on', '2026-12-16'];
  expect(await where.run(...later)).toMatchObject({ code: 2, out: '' });
  expect((await where.run(...later, '--force')).code).toBe(0);
});

const refused: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
  [['add', ''], /the name "" is empty/],
  [['add', 'a\u001b[31mb'], /has a control character/],
  [['add', 'x'.repeat(121)], /longer than 120 characters/],
  [['add', 'half \ud83d'], /lone surrogate/],
  [['add', ' example  staffing'], /there is already an agency/],
  [['add'], /missing required argument 'name'/],
  [['rename', NAME, OTHER.toUpperCase()], /there is already an agency/],
  [['answer', NAME, '11', 'yes'], /no criterion "11".*from 1 to 10, or free-to-leave, keep-originals, payers-named/],
  [['answer', NAME, '0', 'yes'], /no criterion "0"/],
  [['answer', NAME, 'no-fees', 'yes'], /Did you mean no-fee\?/],
  [['answer', NAME, '__proto__', 'yes'], /no criterion "__proto__"/],
  [['answer', NAME, '1', 'maybe'], /"maybe" is not an answer.*yes, no, unknown, or -/],
  [['answer', NAME, '1', 'yes', '--evidence', ''], /--evidence is empty/],
  [['answer', NAME, '1', 'yes', '--evidence', 'two\nlines'], /line break/],
  [['answer', NAME, '1', '-', '--evidence', 'x'], /--evidence makes no sense/],
  [['answer', NAME, '1', 'yes', '--on', '2026-02-30'], /February 2026 has 28 days/],
  [['offer', NAME], /no part of the offer is given/],
  [['offer', NAME, '--pay', '34'], /"34" is not an answer to --pay.*34USD\/hour/],
  [['offer', NAME, '--pay', '34USD'], /hour, week, month, year/],
  [['offer', NAME, '--pay', '$34/hour'], /is not an answer to --pay/],
  [['offer', NAME, '--pay', '-34USD/hour'], /is not an answer to --pay/],
  [['offer', NAME, '--pay', '34USD/day'], /is not an answer to --pay/],
  [['offer', NAME, '--pay', '34USD/hour/week'], /is not an answer to --pay/],
  [['offer', NAME, '--pay', '1e5USD/year'], /is not an answer to --pay/],
  [['offer', NAME, '--hours', '0'], /from 1 to 168/],
  [['offer', NAME, '--hours', '169'], /from 1 to 168/],
  [['offer', NAME, '--hours', '36h'], /is not an answer to --hours/],
  [['offer', NAME, '--housing', 'free'], /none or provided/],
  [['offer', NAME, '--match', '101%'], /is not an answer to --match/],
  [['offer', NAME, '--penalty', '10000'], /5000USD, or none/],
  [['offer', NAME, '--exam-payer', 'nobody'], /agency or employer or me or unknown/],
  [['offer', NAME, '--family-visas', 'maybe'], /yes or no or unknown/],
  [['offer', NAME, '--insurance', 'x'.repeat(201)], /longer than 200/],
  [['compare', NAME], /missing required argument 'other'/],
  [['compare', NAME, 'EXAMPLE STAFFING'], /compared with itself/],
  [['remove', NAME], /To agree, add --yes/],
  [['interview', NAME], /nobody can be asked.*ascpi agency answer/],
  [['interview', NAME, '--dry-run'], /--dry-run makes no sense/],
  [['show', NAME, '-c', 'x'], /-c makes no sense/],
  [['sheet', '--dry-run'], /--dry-run makes no sense/],
  [['shwo'], /Did you mean agency show\?/],
];

test.each(refused)('agency %j is refused, and nothing changes', async (argv, message) => {
  const where = await withAgencies();
  const before = readFileSync(documentOf(where), 'utf8');
  const said = await where.run('agency', ...argv);
  expect(said, said.err).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(/^ascpi: [^\n]+[.?]\n$/);
  expect(said.err).toMatch(message);
  expect(readFileSync(documentOf(where), 'utf8')).toBe(before);
});

test.each([
  [['show', 'Exampel Staffing'], /Did you mean "Example Staffing"\?/],
  [['answer', 'Nobody Known Here', '1', 'yes'], /See all: ascpi agency/],
])('agency %j: exit 3 with what to type', async (argv, message) => {
  const said = await (await withAgencies()).run('agency', ...argv);
  expect(said).toMatchObject({ code: 3, out: '' });
  expect(said.err).toMatch(message);
});

test('what people wrote is never a command to copy, and never steers a terminal or a page', async () => {
  const where = terminal({ tty: true, columns: 60, env: { NO_COLOR: '1' } });
  const evil = '"; $(touch x) `id` <b>|\u202eevil';
  await tell(where, ['add', evil], ['answer', evil, '1', 'no', '--evidence', '<script> [x](y)'], ['add', 'سما']);
  for (const argv of [['agency'], ['agency', 'show', evil], ['agency', 'compare', evil, 'سما']]) {
    const { out } = await where.run(...argv);
    expect(out).not.toMatch(/[\u202e\u001b]/);
    for (const line of out.split('\n')) if (line.trim().startsWith('ascpi ')) expect(line).not.toContain('touch');
    const { out: page } = await where.run(...argv, '--format', 'markdown');
    expect(page).not.toContain('<script>');
    expect(page).not.toMatch(/(?<!\\)\]\(/);
  }
});

test('a damaged document is exit 5, named and kept; doctor finds it', async () => {
  const where = await withAgencies();
  // Without its checksum it is one that somebody wrote by hand.
  const { checksum: _, ...document } = JSON.parse(readFileSync(documentOf(where), 'utf8'));
  const [first] = document.value.entries;
  for (const value of [{}, { entries: [{ ...first, kind: 'praised' }] }, { entries: [{ ...first, name: '' }] }]) {
    const text = JSON.stringify({ ...document, value });
    writeFileSync(documentOf(where), text);
    for (const argv of [['agency'], ['agency', 'add', 'Third']]) {
      const said = await where.run(...argv);
      expect(said).toMatchObject({ code: 5, out: '' });
      expect(said.err).toMatch(/can't use the agencies in .*nothing was changed/);
    }
    expect(readFileSync(documentOf(where), 'utf8')).toBe(text);
    const { findings } = (await where.json('doctor')) as unknown as { findings: { id: string; level: string }[] };
    expect(findings.find(({ id }) => id === 'agencies')?.level).toBe('fail');
  }
});

test('two who record at the same time both keep what they recorded', async () => {
  const where = await withAgencies();
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const said = await Promise.all(numbers.map((number) => where.run('agency', 'answer', NAME, String(number), 'yes')));
  expect(said.map(({ code }) => code)).toEqual(numbers.map(() => 0));
  const { criteria } = await agencyOf(where, 'show', NAME);
  expect(criteria.filter(({ answer }) => answer === 'yes').map(({ number }) => number)).toEqual(numbers);
});

test('a criterion that is added to the data is asked, answered, listed and printed, without any code', async () => {
  const data = temporaryHome();
  cpSync(dataFolder, data, { recursive: true });
  const file = (name: string) => join(data, `criteria/${name}.json`);
  const like = JSON.parse(readFileSync(file('no-fee'), 'utf8'));
  const added = {
    ...like,
    id: 'training',
    number: 11,
    title: 'Training',
    question: 'Do you train me on your instruments?',
  };
  writeFileSync(file('training'), JSON.stringify(added));
  const where = terminal({ data });
  expect((await where.run('agency')).out).toContain('11 Training');
  await tell(where, ['add', NAME]);
  expect((await agencyOf(where)).open.map(({ number }) => number)).toContain(11);
  await tell(where, ['answer', NAME, '11', 'no', '--evidence', 'none offered']);
  const agency = await agencyOf(where);
  expect(agency.criteria.at(-1)).toMatchObject({ number: 11, id: 'training', answer: 'no' });
  expect(agency.redFlags.map(({ id }) => id)).toEqual(['training']);
  expect((await where.run('agency', 'show', NAME)).out).toContain('11 Training');
  expect((await where.run('agency', 'sheet')).out).toContain('Do you train me on your instruments?');
});
