// The first conversation: nothing is kept before it is confirmed, every answer can be changed, and what is left half-way waits.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  beginAtTheBeginning,
  byFlags,
  bytesOf,
  CHANGE,
  day,
  doesNotKnow,
  KEEP,
  knows,
  LEAVE,
  type Line,
  person,
  QUIT,
  stored,
  whoIAm,
  words,
} from './script.ts';

const application: readonly Line[] = [
  knows('application'),
  ...day('application.on', '1 Oct 2026'),
  ['application.fee', ''],
  ['application.reference', ''],
];

describe('leaving half-way', () => {
  test('at the first question nothing is kept, and nothing is offered the next time', async () => {
    const maria = person();
    const left = await maria.talk([], [['accessible', LEAVE]]);
    expect(left).toMatchObject({ code: 130, err: 'ascpi: you left. Nothing was saved.\n' });
    expect(bytesOf(maria.home)).toEqual({});
    await maria.talk([], [['accessible', LEAVE]]);
  });

  test('keeps a draft, which the next run goes on with at the question that was left', async () => {
    const maria = person();
    const left = await maria.talk(
      [],
      [
        ...whoIAm(),
        ['start.reached', /^3 Admission/],
        doesNotKnow('eligibility'),
        ...application,
        knows('admission'),
        ['admission.on', LEAVE],
      ],
    );
    expect(left.code).toBe(130);
    expect(left.err).toContain('Nothing was saved. Your answers are kept as a draft; run ascpi to go on.');
    expect(stored(maria.home)).toEqual({});

    const back = await maria.talk(
      [],
      [
        ['accessible', 'With lists to move through'],
        ['resume', 'Go on with those answers'],
        knows('admission'),
        ...day('admission.on', '30 Nov 2026'),
        ['admission.windowStart', ''],
        ['admission.windowEnd', ''],
        KEEP,
        QUIT,
      ],
    );
    expect(back.code).toBe(0);
    expect(stored(maria.home)).toEqual(
      await byFlags(
        'start --name "Maria Santos" --credential MLS --country PH',
        ['2026-12-15', 'done application --on 2026-10-01'],
        ['2026-12-15', 'done admission --on 2026-11-30'],
      ),
    );
    expect(readFileSync(join(maria.home, 'guide.json'), 'utf8')).not.toContain('draft');
    await maria.talk([], [QUIT]);
  });

  test('a draft can be dropped, and then nothing of it is left', async () => {
    const maria = person();
    await maria.talk([], [...whoIAm('Wrong Name'), ['start.reached', LEAVE]]);
    expect(readFileSync(join(maria.home, 'guide.json'), 'utf8')).toContain('Wrong Name');
    const left = await maria.talk(
      [],
      [
        ['accessible', 'With lists to move through'],
        ['resume', 'Begin again and drop those answers'],
        ['start.name', LEAVE],
      ],
    );
    expect(left.err).toBe('ascpi: you left. Nothing was saved.\n');
    expect(existsSync(join(maria.home, 'guide.json'))).toBe(false);
    await maria.talk([], beginAtTheBeginning());
  });

  test('at the summary keeps a draft too, and is no failure', async () => {
    const maria = person();
    const left = await maria.talk(
      ['start'],
      [...whoIAm().slice(1), ['start.reached', /^None/], ['start.review', 'Leave, and keep the answers for next time']],
    );
    expect(left).toMatchObject({ code: 0, err: '' });
    expect(left.talk).toContain('Your answers are kept as a draft');
    const back = await maria.talk(['start'], [['resume', 'Go on with those answers'], KEEP]);
    expect(back.out).toMatch(/^Began: the journey of Maria Santos/);
  });

  test('a draft beside a journey is offered, and can wait', async () => {
    const maria = person();
    await maria.talk([], beginAtTheBeginning());
    await maria.talk(
      ['start'],
      [
        ['start.name', 'Ravi Thapa'],
        ['start.credential', LEAVE],
      ],
    );
    await maria.talk([], [['resume', 'Not now, show me where I am'], QUIT]);
    await maria.talk(['-c', 'maria-santos'], [QUIT]);
    await maria.talk(
      [],
      [
        ['resume', 'Go on with those answers'],
        ['start.credential', /^MLT:/],
        ['start.country', ''],
        ['start.target', ''],
        ['start.reached', /^None/],
        KEEP,
        QUIT,
      ],
    );
    expect(Object.keys(stored(maria.home))).toEqual(['maria-santos.json', 'ravi-thapa.json']);
  });

  test.each([
    ['no JSON', '{"draft": '],
    ['of another shape', '{"draft": {"answers": {"name": 7}, "asked": [], "facts": []}}'],
    ['with a fact that is none', '{"draft": {"answers": {}, "asked": [], "facts": [{"kind": "exam"}]}}'],
    ['with a step that is none', '{"draft": {"answers": {}, "asked": ["party"], "facts": []}}'],
  ])('a draft that is %s is forgotten', async (_what, text) => {
    const maria = person();
    await maria.talk([], [...whoIAm(), ['start.reached', LEAVE]]);
    writeFileSync(join(maria.home, 'guide.json'), text);
    expect(await maria.talk([], beginAtTheBeginning())).toMatchObject({ code: 0, err: '' });
  });

  test('a dry run keeps no draft', async () => {
    const maria = person();
    await maria.talk(
      ['start', '--dry-run'],
      [
        ['start.name', 'Maria'],
        ['start.credential', LEAVE],
      ],
    );
    const tried = await maria.talk(['start', '--dry-run'], [...whoIAm().slice(1), ['start.reached', /^None/], KEEP]);
    expect(tried.out).toMatch(/^Would begin: the journey of Maria Santos/);
    expect(bytesOf(maria.home)).toEqual({});
  });
});

describe('the summary', () => {
  test('shows every answer, and each can be changed before anything is kept', async () => {
    const maria = person();
    const said = await maria.talk(
      [],
      [
        ...whoIAm('Maria Santo', 'Nepal'),
        ['start.reached', /^3 Admission/],
        doesNotKnow('eligibility'),
        ...application,
        knows('admission'),
        ...day('admission.on', '3 Nov 2026'),
        ['admission.windowStart', ''],
        ...day('admission.windowEnd', '27 Feb 2027'),
        CHANGE,
        ['start.which', 'Name'],
        ['start.name', 'Maria Santos'],
        CHANGE,
        ['start.which', 'Credential'],
        ['start.credential', /^MLT:/],
        CHANGE,
        ['start.which', 'Country of education'],
        ['start.country', 'philippines'],
        CHANGE,
        ['start.which', 'Certificate needed by'],
        ...day('start.target', '1 June 2027'),
        CHANGE,
        ['start.which', 'Admission'],
        ...day('admission.on', '30 Nov 2026'),
        ['admission.windowStart', ''],
        ...day('admission.windowEnd', ''),
        CHANGE,
        ['start.which', 'Eligibility'],
        ...day('eligibility.on', '1 Sep 2026'),
        ['eligibility.route', 'I do not know yet'],
        KEEP,
        QUIT,
      ],
    );
    expect(said.code).toBe(0);
    const summaries = words(said.talk).split('Your answers').slice(1);
    expect(summaries).toHaveLength(7);
    expect(summaries[0]).toMatch(/Maria Santo .*MLS\(ASCPi\).*NP.*Thursday, 1 October 2026/);
    expect(summaries[6]).toMatch(/Maria Santos .*MLT\(ASCPi\).*PH.*Tuesday, 1 June 2027/);
    expect(stored(maria.home)).toEqual(
      await byFlags(
        'start --name "Maria Santos" --credential MLT --country PH --target 2027-06-01',
        ['2026-12-15', 'done eligibility --on 2026-09-01'],
        ['2026-12-15', 'done application --on 2026-10-01'],
        ['2026-12-15', 'done admission --on 2026-11-30 --window-end 2027-02-27'],
      ),
    );
  });

  test('the steps that are behind one can be changed: what is known stays, the rest is asked or falls away', async () => {
    const maria = person();
    await maria.talk(
      [],
      [
        ...whoIAm(),
        ['start.reached', /^2 Application/],
        doesNotKnow('eligibility'),
        ...application,
        CHANGE,
        ['start.which', 'Which steps are behind me'],
        ['start.reached', /^3 Admission/],
        knows('admission'),
        ...day('admission.on', '30 Nov 2026'),
        ['admission.windowStart', ''],
        ['admission.windowEnd', ''],
        CHANGE,
        ['start.which', 'Which steps are behind me'],
        ['start.reached', /^2 Application/],
        KEEP,
        QUIT,
      ],
    );
    expect(stored(maria.home)).toEqual(
      await byFlags('start --name "Maria Santos" --country PH', ['2026-12-15', 'done application --on 2026-10-01']),
    );
  });

  test('another credential has other routes, so the route is asked again', async () => {
    const maria = person();
    await maria.talk(
      [],
      [
        ...whoIAm(),
        ['start.reached', /^1 Eligibility/],
        knows('eligibility'),
        ...day('eligibility.on', 'yesterday'),
        ['eligibility.route', /^Route 4:/],
        CHANGE,
        ['start.which', 'Credential'],
        ['start.credential', /^MLT:/],
        ...day('eligibility.on', ''),
        ['eligibility.route', /^Route 1:/],
        KEEP,
        QUIT,
      ],
    );
    const facts = Object.values(stored(maria.home)).flatMap((journey) => journey.facts);
    expect(facts).toEqual([{ kind: 'eligibility', on: '2026-12-14', route: 1 }]);
  });
});

describe('wrong answers', () => {
  test('each is explained and asked again', async () => {
    const maria = person();
    const said = await maria.talk(
      [],
      [
        ['accessible', 'With lists to move through'],
        ['start.name', ''],
        ['start.name', `${'A'.repeat(10_000)}`],
        ['start.name', 'Maria\u001b[31m'],
        ['start.name', 'María Santos'],
        ['start.credential', /^MLS:/],
        ['start.country', 'Atlantis'],
        ['start.country', 'Philipines'],
        ['start.country', 'ph'],
        ['start.target', '03/04/2027'],
        ['start.target', '31 Feb 2028'],
        ...day('start.target', '15 Jan 2028'),
        ['start.reached', /^5 Exam/],
        doesNotKnow('eligibility'),
        knows('application'),
        ['application.on', 'tomorrow'],
        ['application.on', 'soon'],
        ['application.on', '2 Oct 2026'],
        ['application.on.right', 'No, ask again'],
        ...day('application.on', '1 Oct 2026'),
        ['application.fee', '240'],
        ['application.fee', '240 USD'],
        ['application.reference', ''],
        doesNotKnow('admission'),
        knows('schedule'),
        ...day('schedule.on', '1 Dec 2026'),
        ...day('schedule.exam', '10 Dec 2026'),
        ['schedule.time', 'noon'],
        ['schedule.time', '8:30'],
        ['schedule.centre', 'B'.repeat(201)],
        ['schedule.centre', 'Makati'],
        ['schedule.zone', 'Manila'],
        ['schedule.zone', 'Asia/Manila'],
        doesNotKnow('exam'),
        KEEP,
        QUIT,
      ],
    );
    expect(said.code).toBe(0);
    const talk = words(said.talk);
    for (const explained of [
      'is empty',
      'is longer than 200 characters',
      'has a control character',
      '"Atlantis" is not a country',
      'Did you mean Philippines?',
      'it is ambiguous, day and month could be either',
      'February 2028 has the days 1 to 29',
      'Wednesday, 16 December 2026 is after today',
      `Can't take "soon" as a date`,
      '"240" is not an amount with its currency',
      '"noon" is not a time of day',
      '"Manila" is not a time zone',
    ]) {
      expect(talk).toContain(explained);
    }
    expect(talk).not.toContain('\u001b[31m');
    expect(talk, 'no options, which nobody types here').not.toMatch(/--[a-z]/);
    expect(Object.values(stored(maria.home))[0]).toMatchObject({
      profile: { name: 'María Santos', country: 'PH', target: '2028-01-15' },
      facts: [
        { kind: 'application', fee: { amount: 240, currency: 'USD' } },
        { kind: 'schedule', exam: '2026-12-10', time: '08:30', centre: 'Makati', zone: 'Asia/Manila' },
      ],
    });
  });

  test('a name that runs from right to left is kept as typed', async () => {
    const maria = person();
    const said = await maria.talk([], beginAtTheBeginning('ماريا سانتوس', ''));
    expect(said.code).toBe(0);
    expect(Object.entries(stored(maria.home))).toMatchObject([
      ['candidate.json', { profile: { name: 'ماريا سانتوس' } }],
    ]);
  });

  const contradicted: readonly Line[] = [
    ...whoIAm(),
    ['start.reached', /^3 Admission/],
    doesNotKnow('eligibility'),
    ...application,
    knows('admission'),
    ...day('admission.on', '1 Sep 2026'),
    ['admission.windowStart', ''],
    ['admission.windowEnd', ''],
  ];

  test('an answer that contradicts another can be given again', async () => {
    const maria = person();
    const said = await maria.talk(
      [],
      [
        ...contradicted,
        ['contradiction', 'Answer again'],
        ...day('admission.on', '30 Nov 2026'),
        ['admission.windowStart', ''],
        ['admission.windowEnd', ''],
        KEEP,
        QUIT,
      ],
    );
    expect(words(said.talk)).toContain(
      'The application of 2026-10-01 is later than its admission notification of 2026-09-01.',
    );
    expect(await maria.json('status')).toMatchObject({ current: 'schedule' });
  });

  test('or kept with a warning', async () => {
    const maria = person();
    await maria.talk([], [...contradicted, ['contradiction', 'Keep it anyway, with a warning'], KEEP, QUIT]);
    expect(stored(maria.home)).toEqual(
      await byFlags(
        'start --name "Maria Santos" --country PH',
        ['2026-12-15', 'done application --on 2026-10-01'],
        ['2026-12-15', 'done admission --on 2026-09-01 --force'],
      ),
    );
    const { warnings } = (await maria.json('status')) as unknown as { warnings: { id: string }[] };
    expect(warnings.map(({ id }) => id)).toContain('admission-before-application');
  });

  test('or left out', async () => {
    const maria = person();
    await maria.talk([], [...contradicted, ['contradiction', 'Leave it out'], KEEP, QUIT]);
    expect(Object.values(stored(maria.home))[0]?.facts).toEqual([{ kind: 'application', on: '2026-10-01' }]);
  });
});

describe('start with options', () => {
  test('what is given is not asked', async () => {
    const maria = person();
    const said = await maria.talk(
      ['start', '--credential', 'mlt', '--country', 'NP', '--target', '2027-12-01', '--id', 'mine'],
      [['start.name', 'Maria Santos'], ['start.reached', /^None/], KEEP],
    );
    expect(said).toMatchObject({ code: 0, err: 'See where you are: ascpi status\n' });
    expect(stored(maria.home)).toEqual({
      'mine.json': {
        profile: { name: 'Maria Santos', credential: 'MLT(ASCPi)', country: 'NP', target: '2027-12-01' },
        facts: [],
      },
    });
  });

  test.each([
    ['--country', 'Atlantis', '"Atlantis" is not a country'],
    ['--credential', 'MLX', 'there is no credential "MLX"'],
    ['--target', '03/04/2027', 'ambiguous'],
    ['--id', '../x', `can't be an id`],
  ])('%s %s is refused before anything is asked', async (flag, value, reason) => {
    const said = await person().talk(['start', flag, value], []);
    expect(said.code).toBe(2);
    expect(said.err).toContain(reason);
  });

  test('a name that is there already begins a second journey, and says so', async () => {
    const maria = person();
    await maria.talk([], beginAtTheBeginning());
    const said = await maria.talk(['start'], [...whoIAm().slice(1), ['start.reached', /^None/], KEEP]);
    expect(words(said.talk)).toContain('with the id maria-santos-2.');
    expect(Object.keys(stored(maria.home))).toEqual(['maria-santos-2.json', 'maria-santos.json']);
  });
});

test('the plain way of asking is kept, and asked in at once', async () => {
  const maria = person({ env: { NO_COLOR: '' } });
  const said = await maria.talk(
    [],
    [['accessible', /screen readers$/], ...whoIAm().slice(1), ['start.reached', /^None/], KEEP, QUIT],
  );
  expect(said.manners.map(({ accessible, color }) => [accessible, color])).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(said.talk).toContain('Step 1 Eligibility: current');
  const again = await maria.talk([], [QUIT]);
  expect(again.manners.map(({ accessible }) => accessible)).toEqual([true]);
});

test.each([
  ['--accessible', ['--accessible'], {}],
  ['ACCESSIBLE=1', [], { ACCESSIBLE: '1' }],
])('with %s the plain way is not offered, it is there', async (_what, argv, env) => {
  const maria = person({ env });
  const said = await maria.talk(argv, [['start.name', LEAVE]]);
  expect(said.manners.map(({ accessible }) => accessible)).toEqual([true]);
});

test('a terminal that can not move its cursor is asked in lines', async () => {
  const said = await person({ env: { TERM: 'dumb' } }).talk([], [['accessible', LEAVE]]);
  expect(said.manners.map(({ accessible }) => accessible)).toEqual([true]);
});
