// What may happen at a real terminal: keys that leave, pasted floods and control sequences, other scripts, a window that changes.
import { describe, expect, test } from 'vitest';
import {
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
import { stored } from './script.ts';

const WIDE = { columns: 100, rows: 30 };
const SMALL = { columns: 60, rows: 20 };
const PLAIN = { ...SMALL, env: { ACCESSIBLE: '1' } };

const NAME = 'What is your name, as on your passport?';
const WAY = chosen('How would you like to be asked?', 'With lists');
const AFTER_NAME: readonly Turn[] = [
  chosen('Which credential do you want to earn?', 'MLS'),
  typed('In which country were you educated?', ''),
  typed('By which day do you need the certificate, if there is such a day?', ''),
  chosen('Which of the seven steps did you finish last?', 'None yet'),
  chosen('Is all of this right?', 'Yes, keep it'),
  chosen('What would you like to do?', 'Quit'),
];
const NOTHING = 'ascpi: you left. Nothing was saved.';
const DRAFT = 'Your answers are kept as a draft';

const open = (setting: ScreenSetting): Screen => openScreen({ ...setting, argv: ['--today', '2026-12-15'] });
const namesIn = (screen: Screen) =>
  Object.values(stored(screen.home)).map(({ profile }) => (profile as { name: string }).name);

/** The terminal was given back: the cursor is there, and what is typed is echoed by the terminal itself. */
async function isGivenBack(screen: Screen): Promise<void> {
  expect(screen.isCursorShown()).toBe(true);
  screen.type('still here');
  screen.press('Enter');
  await screen.until('what is typed and its copy', () => screen.shown().split('still here').length === 3);
}

const title = noScreen ? `at a real terminal (skipped: ${noScreen})` : 'at a real terminal';
describe.skipIf(noScreen)(title, () => {
  describe('leaving gives the terminal back and says what was saved', () => {
    test.each([
      ['Escape', SMALL],
      ['C-c', SMALL],
      ['Escape', WIDE],
    ])('%s at a list', async (key, size) => {
      const screen = open(size);
      await screen.sees('How would you like to be asked?');
      await screen.sees('❯ With lists');
      screen.press(key);
      expect(await screen.exit()).toBe(130);
      expect(screen.shown()).toContain(NOTHING);
      await isGivenBack(screen);
      expect(stored(screen.home)).toEqual({});
    });

    test.each([['Escape'], ['C-c'], ['C-d']])('%s at a question, and the draft waits', async (key) => {
      const screen = open(SMALL);
      await answerLists(screen, [WAY, typed(NAME, 'Maria Santos'), AFTER_NAME[0] as Turn]);
      await screen.sees('? In which country');
      screen.press(key);
      expect(await screen.exit()).toBe(130);
      expect(screen.shown().replace(/\n/g, '')).toContain(DRAFT);
      await isGivenBack(screen);
      const again = openScreen({ ...SMALL, home: screen.home, env: { ACCESSIBLE: '1' } });
      await again.sees('1: Go on with those answers');
      again.press('C-c');
      expect(await again.exit()).toBe(130);
    });

    test.each([
      ['Ctrl-C', ['C-c']],
      ['Ctrl-D', ['C-d']],
      ['Esc and Enter', ['Escape', 'Enter']],
    ])('%s in plain lines', async (_what, keys) => {
      const screen = open(PLAIN);
      await screen.sees(NAME);
      screen.press(...keys);
      expect(await screen.exit()).toBe(130);
      expect(screen.shown().replace(/\n/g, '')).toContain(NOTHING);
      await isGivenBack(screen);
    });

    test('an impatient double Esc', async () => {
      const screen = open(SMALL);
      await screen.sees('❯ With lists');
      screen.press('Escape', 'Escape');
      expect(await screen.exit()).toBe(130);
    });
  });

  test('a pasted control sequence changes neither screen nor name', async () => {
    const screen = open({ ...SMALL, env: { NO_COLOR: '1' } });
    await answerLists(screen, [WAY]);
    await screen.sees(NAME);
    screen.paste('Maria\u001b[31m \u001b]0;owned\u0007Santos\u001b[2J\u009b31m');
    await screen.sees('Santos');
    screen.press('C-u');
    await screen.until('an empty answer', () => !screen.shown().includes('Santos'));
    screen.type('Maria Santos');
    await screen.sees('Maria Santos');
    screen.press('Enter');
    await answerLists(screen, AFTER_NAME);
    expect(await screen.exit()).toBe(0);
    expect(screen.painted()).not.toMatch(/\u001b\[[\d;]*m/);
    expect(screen.whole()).toContain('Welcome.');
    expect(namesIn(screen)).toEqual(['Maria Santos']);
  });

  test('in plain lines it is shown written out, and asked again', async () => {
    const screen = open({ ...PLAIN, columns: 100 });
    await screen.sees('Type ? for an explanation.');
    screen.paste('Ma\u001b[31mria\n');
    await screen.sees('has a control character or a line break');
    expect(screen.shown()).toContain('\\u001b[31m');
    await lineAnswerer(screen)([typed(NAME, 'Maria'), ...AFTER_NAME]);
    expect(await screen.exit()).toBe(0);
    expect(namesIn(screen)).toEqual(['Maria']);
  });

  test('a name of 10,000 characters is refused at once, and the screen stays readable', async () => {
    const screen = open(SMALL);
    await answerLists(screen, [WAY]);
    await screen.sees(NAME);
    screen.paste('A'.repeat(10_000));
    await screen.sees('A'.repeat(50));
    screen.press('Enter');
    await screen.sees('is longer than 200 characters');
    expect(screen.shown()).toContain(NAME);
    expect(screen.whole().split('\n').length).toBeLessThan(45);
    screen.press('C-u');
    await screen.until('an empty answer', () => !screen.shown().includes('AAA'));
    await answerLists(screen, [typed(NAME, 'Maria Santos'), ...AFTER_NAME]);
    expect(await screen.exit()).toBe(0);
    expect(namesIn(screen)).toEqual(['Maria Santos']);
  });

  test('a name from right to left is kept, and shown apart from what stands around it', async () => {
    const name = 'ماريا سانتوس';
    const screen = open(SMALL);
    await answerLists(screen, [WAY]);
    await screen.sees(NAME);
    screen.type(name);
    await screen.sees('سانتوس');
    screen.press('Enter');
    await answerLists(screen, AFTER_NAME);
    expect(await screen.exit()).toBe(0);
    expect(namesIn(screen)).toEqual([name]);
    expect(screen.written()).toContain(`\u2068${name}\u2069`);
  });

  test('the window may change in the middle of a list and of an answer', async () => {
    const screen = open(WIDE);
    await answerLists(screen, [WAY]);
    await screen.sees(NAME);
    screen.type('Maria');
    await screen.sees('Maria');
    screen.resize(40, 15);
    screen.type(' Santos');
    await screen.sees('Santos');
    screen.press('Enter');
    await screen.sees('❯ MLS');
    screen.resize(60, 20);
    await answerLists(screen, AFTER_NAME.slice(0, 3));
    await screen.sees('❯ None yet');
    screen.resize(40, 12);
    screen.press('Enter');
    await screen.sees('? Is all of this right?');
    screen.resize(100, 30);
    await answerLists(screen, AFTER_NAME.slice(4));
    expect(await screen.exit()).toBe(0);
    expect(namesIn(screen)).toEqual(['Maria Santos']);
  });

  test('? explains at a list and at a question, and an answer that is wrong stays to be mended', async () => {
    const screen = open(SMALL);
    await screen.sees('❯ With lists');
    screen.type('?');
    await screen.sees('❯ ? What does this mean');
    screen.press('Enter');
    await screen.sees('The plain way suits screen readers');
    await answerLists(screen, [WAY]);
    await screen.sees(`? ${NAME}`);
    screen.type('?');
    screen.press('Enter');
    await screen.sees('The test centre compares your account');
    await answerLists(screen, [typed(NAME, 'Maria Santos'), AFTER_NAME[0] as Turn]);
    await screen.sees('? In which country');
    screen.type('Filippines');
    screen.press('Enter');
    await screen.sees('Did you mean Philippines?');
    expect(screen.shown()).toContain('Filippines');
    screen.press('C-u');
    screen.type('PH');
    screen.press('Enter');
    await answerLists(screen, AFTER_NAME.slice(2));
    expect(await screen.exit()).toBe(0);
  });

  test('a program that is ended from outside gives the terminal back', async () => {
    const screen = open(SMALL);
    await screen.sees('❯ With lists');
    expect(screen.isCursorShown()).toBe(false);
    screen.kill('SIGTERM');
    expect(await screen.exit()).toBe(143);
    await isGivenBack(screen);
  });
});
