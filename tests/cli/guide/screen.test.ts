// Whole lives on a real terminal: with lists and in plain lines, wide and narrow, with colours and without.
import { describe, expect, test } from 'vitest';
import { temporaryHome, terminal } from '../terminal.ts';
import {
  type Answer,
  answerLists,
  chosen,
  lineAnswerer,
  noScreen,
  openScreen,
  type Screen,
  type ScreenSetting,
  type Turn,
  typed,
} from './screen.ts';
import { byFlags, stored } from './script.ts';

const MENU = 'What would you like to do?';
const QUIT = chosen(MENU, 'Quit');
const WAY = chosen('How would you like to be asked?', 'With lists');
const RIGHT: Answer = { choose: 'Yes' };
const day = (question: string, text: string, said: string): Turn[] => [
  typed(question, text),
  [`That is ${said}. Is this right?`, RIGHT],
];
const did = (title: string) => chosen(MENU, `I did this step: ${title}`);
const knows = (title: string) => chosen(`Do you know the day of this step: ${title}?`, 'Yes');
const who = (name: string, country: string): Turn[] => [
  typed('What is your name, as on your passport?', name),
  chosen('Which credential do you want to earn?', 'MLS'),
  typed('In which country were you educated?', country),
  typed('By which day do you need the certificate, if there is such a day?', ''),
];
const BEGINNING: Turn[] = [
  chosen('Which of the seven steps did you finish last?', 'None yet'),
  chosen('Is all of this right?', 'Yes, keep it'),
];
const application: Turn[] = [
  ...day('On which day did you submit the application?', '1 Oct 2026', 'Thursday, 1 October 2026'),
  typed('How much did you pay, for example 240USD?', ''),
  typed('What is the number of the application?', ''),
];
const admission = (text: string, said: string): Turn[] => [
  ...day('On which day did the admission notification become available?', text, said),
  typed('Which first day of the exam window is printed on it?', ''),
  typed('Which last day of the exam window is printed on it?', ''),
];
const booking: Turn[] = [
  ...day('On which day did you book the exam, or move it?', '10 Dec 2026', 'Thursday, 10 December 2026'),
  ...day('On which day is the exam?', '15 Jan 2027', 'Friday, 15 January 2027'),
  typed('At which time is it, on the clock of the test centre?', '8:30'),
  typed('At which test centre?', 'Makati'),
  typed('In which time zone is the centre, for example Asia/Manila?', ''),
];
const exam = (result: string): Turn[] => [
  did('Exam'),
  ...day('On which day did you take the exam?', '15 Jan 2027', 'Friday, 15 January 2027'),
  chosen('What did the screen show at the end?', result),
];

interface Life {
  /** one run of the program each; every menu is left with Quit */
  readonly visits: readonly (readonly [today: string, turns: readonly Turn[]])[];
  readonly flags: Parameters<typeof byFlags>;
}

const lives = {
  'a new person in Manila, all seven steps': {
    visits: [
      [
        '2026-09-01',
        [
          ...who('Maria Santos', 'Philippines'),
          ...BEGINNING,
          did('Eligibility'),
          ...day('On which day did you find your route?', '', 'Tuesday, 1 September 2026'),
          chosen('Which route fits you?', 'Route 1'),
        ],
      ],
      ['2026-10-01', [did('Application'), ...application]],
      ['2026-12-01', [did('Admission'), ...admission('last monday', 'Monday, 30 November 2026')]],
      ['2026-12-10', [did('Schedule'), ...booking]],
      ['2027-01-15', exam('Passed')],
      [
        '2027-01-20',
        [
          did('Final scores'),
          ...day('On which day did you read the final scores?', 'today', 'Wednesday, 20 January 2027'),
          chosen('What is the final result?', 'Passed'),
          typed('What is your scaled score?', '512'),
        ],
      ],
      [
        '2027-03-01',
        [
          did('Certificate'),
          ...day('On which day did the certificate arrive?', '', 'Monday, 1 March 2027'),
          typed('What is its number?', ''),
          typed('On which day does the credential expire?', ''),
        ],
      ],
    ],
    flags: [
      'start --name "Maria Santos" --country PH',
      ['2026-09-01', 'done eligibility --route 1'],
      ['2026-10-01', 'done application'],
      ['2026-12-01', 'done admission --on 2026-11-30'],
      ['2026-12-10', 'done schedule --exam 2027-01-15T08:30 --centre Makati'],
      ['2027-01-15', 'done exam --result pass'],
      ['2027-01-20', 'done scores --result pass --score 512'],
      ['2027-03-01', 'done certificate'],
    ],
  },
  'someone who enters in the middle, fails, and begins attempt 2': {
    visits: [
      [
        '2027-02-16',
        [
          ...who('Grace Obi', 'NG'),
          chosen('Which of the seven steps did you finish last?', '4 Schedule'),
          chosen('Do you know the day of this step: Eligibility?', 'No'),
          knows('Application'),
          ...application,
          knows('Admission'),
          ...admission('30 Nov 2026', 'Monday, 30 November 2026'),
          knows('Schedule'),
          ...booking,
          chosen('Is all of this right?', 'Yes, keep it'),
          ...exam('Not passed'),
          did('Application'),
          ...day('On which day did you submit the application?', 'yesterday', 'Monday, 15 February 2027'),
          typed('How much did you pay, for example 240USD?', '240USD'),
          typed('What is the number of the application?', ''),
        ],
      ],
    ],
    flags: [
      'start --name "Grace Obi" --country NG',
      ['2027-02-16', 'done application --on 2026-10-01'],
      ['2027-02-16', 'done admission --on 2026-11-30'],
      ['2027-02-16', 'done schedule --on 2026-12-10 --exam 2027-01-15T08:30 --centre Makati'],
      ['2027-02-16', 'done exam --on 2027-01-15 --result fail'],
      ['2027-02-16', 'done application --on 2027-02-15 --fee 240USD'],
    ],
  },
  'someone who corrects a wrong admission date': {
    visits: [
      [
        '2026-12-15',
        [
          ...who('Ravi Thapa', 'Nepal'),
          ...BEGINNING,
          chosen(MENU, 'Something else happened'),
          chosen('What happened?', 'I did another step'),
          chosen('Which step?', 'Admission'),
          ...admission('3 Nov 2026', 'Tuesday, 3 November 2026'),
          chosen(MENU, 'Something else happened'),
          chosen('What happened?', 'I did another step'),
          chosen('Which step?', 'Admission'),
          ...admission('30 Nov 2026', 'Monday, 30 November 2026'),
          chosen(MENU, 'Show my dates'),
        ],
      ],
    ],
    flags: [
      'start --name "Ravi Thapa" --country NP',
      ['2026-12-15', 'done admission --on 2026-11-03'],
      ['2026-12-15', 'done admission --on 2026-11-30'],
    ],
  },
} satisfies Record<string, Life>;

const NO_COLOR = { NO_COLOR: '1' };
const ACCESSIBLE = { ACCESSIBLE: '1' };

const shows: readonly (readonly [life: keyof typeof lives, where: string, setting: ScreenSetting])[] = [
  ['a new person in Manila, all seven steps', '100×30 in colour', { columns: 100, rows: 30 }],
  ['a new person in Manila, all seven steps', '60×20 without colour', { columns: 60, rows: 20, env: NO_COLOR }],
  ['a new person in Manila, all seven steps', '60×20 in plain lines', { columns: 60, rows: 20, env: ACCESSIBLE }],
  ['someone who enters in the middle, fails, and begins attempt 2', '60×20 in colour', { columns: 60, rows: 20 }],
  [
    'someone who enters in the middle, fails, and begins attempt 2',
    '100×30 in plain lines',
    { columns: 100, rows: 30, env: ACCESSIBLE },
  ],
  ['someone who corrects a wrong admission date', '40×20 in colour', { columns: 40, rows: 20 }],
  [
    'someone who corrects a wrong admission date',
    '100×30 with --no-color',
    { columns: 100, rows: 30, argv: ['--no-color'] },
  ],
];

const title = noScreen ? `on a real terminal (skipped: ${noScreen})` : 'on a real terminal';

describe.skipIf(noScreen)(title, () => {
  test.each(shows)(
    '%s, %s',
    async (name, _where, setting) => {
      const { visits, flags }: Life = lives[name];
      const isAccessible = setting.env === ACCESSIBLE;
      const isPlain = isAccessible || setting.env === NO_COLOR || setting.argv?.includes('--no-color');
      const home = temporaryHome();
      for (const [index, [today, turns]] of visits.entries()) {
        const screen = openScreen({ ...setting, home, argv: [...(setting.argv ?? []), '--today', today] });
        if (isAccessible) await lineAnswerer(screen)([...turns, QUIT]);
        else await answerLists(screen, [...(index === 0 ? [WAY] : []), ...turns, QUIT]);
        expect(await screen.exit()).toBe(0);
        expect(screen.isCursorShown()).toBe(true);
        if (isAccessible) expect(screen.written()).not.toContain('\u001b');
        else keepsItsWidth(screen, setting.columns);
        if (isPlain) expect(screen.painted()).not.toMatch(/\u001b\[[\d;]*m/);
        else expect(screen.painted()).toMatch(/\u001b\[[\d;]*m/);
      }
      expect(stored(home)).toEqual(await byFlags(...flags));
    },
    180_000,
  );

  test('a passphrase is asked for in plain lines, and never shown', async () => {
    const home = temporaryHome();
    await terminal({ home }).run('start', '--name', 'Maria Santos');
    const file = `${home}.bin`;
    const argv = ['backup', '-o', file, '--encrypt'];
    const screen = openScreen({ columns: 80, rows: 30, argv, env: ACCESSIBLE, home });
    for (const question of ['What is the passphrase of the backup?', 'The same again:']) {
      await screen.sees(question);
      screen.type('hunter2 é');
      screen.press('Enter');
    }
    expect(await screen.exit()).toBe(0);
    screen.type('shown again');
    await screen.sees('shown again');
    expect(screen.written()).not.toContain('hunter');
    const other = terminal({ env: { ASCPI_PASSPHRASE: 'hunter2 é' } });
    expect((await other.run('restore', file)).code).toBe(0);
  }, 60_000);
});

/** No line is longer than the window: the terminal would break it in the middle of a word. */
function keepsItsWidth(screen: Screen, columns: number): void {
  const lines = screen.whole().split('\n');
  // What is there to be copied stays whole.
  expect(lines.filter((line) => [...line].length > columns && !line.includes('/'))).toEqual([]);
}
