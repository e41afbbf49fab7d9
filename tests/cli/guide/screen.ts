// A real terminal: runs the built program inside tmux, types into it, and reads what stands on the screen.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { temporaryHome } from '../terminal.ts';

const root = join(import.meta.dirname, '../../..');
const isBuilt = existsSync(join(root, 'dist/ascpi.js'));
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
/** Why there is no real terminal to test on, or undefined where there is one. */
export const noScreen = hasTmux ? undefined : 'tmux is not installed';

const CONFIG = `set -g status off
set -g escape-time 0
set -g history-limit 20000
set -g default-terminal screen-256color
`;
/** The machine may be slow and busy; nothing is as slow as this. */
const PATIENCE_MS = 40_000;
const LOOK_AGAIN_MS = 40;

export interface ScreenSetting {
  readonly columns: number;
  readonly rows: number;
  readonly argv?: readonly string[];
  /** the built program on this Node unless given */
  readonly program?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** where journeys are kept; a fresh folder unless given */
  readonly home?: string;
}

let servers = 0;

export function openScreen({ columns, rows, argv = [], program, env = {}, home = temporaryHome() }: ScreenSetting) {
  if (!isBuilt) throw new Error('npm run build first');
  const folder = dirname(home);
  servers += 1;
  const name = `screen-${servers}`;
  // Each has a server of its own, and its socket goes with the folder.
  const socket = join(folder, `${name}.tmux`);
  const config = join(folder, `${name}.conf`);
  const log = join(folder, `${name}.log`);
  writeFileSync(config, CONFIG);
  writeFileSync(log, '');
  const tmux = (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync('tmux', ['-u', '-S', socket, '-f', config, ...words], {
      encoding: 'utf8',
      env: { ...process.env, TMUX: '', LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Error(`tmux ${words[0]}: ${stderr}`);
    return stdout;
  };
  const bare = {
    PATH: process.env['PATH'] ?? '',
    TERM: 'screen-256color',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Manila',
    ASCPI_HOME: home,
    ASCPI_USER: 'tester',
    ...env,
  };
  const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
  const pid = join(folder, `${name}.pid`);
  const start = `echo $$ > ${quoted(pid)}; exec "$@"`;
  const words = program ?? [process.execPath, join(root, 'bin/ascpi.js')];
  const command = ['sh', '-c', start, 'sh', ...words, ...argv].map(quoted).join(' ');
  const settings = Object.entries(bare).map(([name, value]) => quoted(`${name}=${value}`));
  // The program starts when the log is there; afterwards cat echoes what is typed, if the terminal was given back.
  // The trap keeps the shell alive when Ctrl-C reaches it too.
  const line = `trap : INT; read start; ${command}; echo "exit $?"; exec cat`;
  const shell = `env -i ${settings.join(' ')} sh -c ${quoted(line)}`;
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), shell);
  onTestFinished(() => void spawnSync('tmux', ['-S', socket, 'kill-server']));
  tmux('pipe-pane', '-o', `cat >> ${quoted(log)}`);
  tmux('send-keys', 'Enter');

  /** What the program wrote, byte by byte, without the echo of the key that started it. */
  const written = () => readFileSync(log, 'utf8').replace(/^\r?\n/, '');
  const shown = () => tmux('capture-pane', '-p').trimEnd();
  async function until(what: string, test: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!test()) {
      if (performance.now() > end) throw new Error(`waited in vain for ${what}; the screen shows:\n${shown()}`);
      await sleep(LOOK_AGAIN_MS);
    }
  }
  return {
    home,
    written,
    /** what stands in the window now */
    shown,
    /** all that was shown, with what has scrolled away; long lines joined */
    whole: () => tmux('capture-pane', '-p', '-J', '-S', '-'),
    /** the same with its colours */
    painted: () => tmux('capture-pane', '-p', '-e', '-S', '-'),
    press: (...keys: string[]) => void tmux('send-keys', ...keys),
    type: (text: string) => void tmux('send-keys', '-l', '--', text),
    paste: (text: string) => {
      const file = join(folder, `${name}.paste`);
      writeFileSync(file, text);
      tmux('load-buffer', file);
      tmux('paste-buffer', '-r');
    },
    resize: (width: number, height: number) => void tmux('resize-window', '-x', String(width), '-y', String(height)),
    isCursorShown: () => tmux('display-message', '-p', '#{cursor_flag}').trim() === '1',
    until,
    /** Waits until a text stands in the window, however its lines are broken. */
    sees: (text: string) => until(text, () => spaced(shown()).includes(text)),
    /** Ends the program from outside. */
    kill: (signal: NodeJS.Signals) => void process.kill(Number(readFileSync(pid, 'utf8')), signal),
    /** Waits until the program has ended, and gives its exit code. */
    exit: async (): Promise<number> => {
      await until('the end', () => /^exit \d+$/m.test(shown()));
      return Number(/^exit (\d+)$/m.exec(shown())?.[1]);
    },
  };
}

export type Screen = ReturnType<typeof openScreen>;

/** Answers one question: a text, or the title of a choice (or its beginning). */
export type Answer = { readonly type: string } | { readonly choose: string };
export type Turn = readonly [question: string, answer: Answer];

export const typed = (question: string, text: string): Turn => [question, { type: text }];
export const chosen = (question: string, title: string): Turn => [question, { choose: title }];

/** The words from the question that is asked now to the end of the window; empty while none is asked. */
function askedNow(screen: Screen): string {
  const lines = screen.shown().split('\n');
  const start = lines.findLastIndex((line) => line.startsWith('? '));
  return start === -1 ? '' : lines.slice(start).join('\n');
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');
const unspaced = (text: string) => text.replace(/\s+/g, '');

/** Answers questions asked with lists: moves the cursor until it stands on the choice. */
export async function answerLists(screen: Screen, turns: readonly Turn[]): Promise<void> {
  for (const [question, answer] of turns) {
    await screen.until(`the question ${question}`, () => spaced(askedNow(screen)).startsWith(`? ${question}`));
    let kept = '';
    if ('choose' in answer) kept = await moveTo(screen, answer.choose);
    else if (answer.type !== '') {
      screen.type(answer.type);
      const letters = answer.type.replaceAll(' ', '');
      await screen.until(`what was typed: ${answer.type}`, () => unspaced(askedNow(screen)).includes(letters));
    }
    const before = timesAnswered(screen, question);
    screen.press('Enter');
    await screen.until(`an answer to ${question}`, () => timesAnswered(screen, question) > before);
    // A word that is broken at the edge of the window would not be found.
    if (!spaced(screen.whole()).includes(`${question} ${kept}`.trim())) {
      throw new Error(`${question} ${kept} can't be read:\n${screen.shown()}`);
    }
  }
}

/** How often a question stands there with the mark of an answered one. */
const timesAnswered = (screen: Screen, question: string): number => {
  const whole = spaced(screen.whole());
  return whole.split(`✔ ${question}`).length + whole.split(`- ${question}`).length;
};

/** Moves to a choice, and gives all its words. */
async function moveTo(screen: Screen, title: string): Promise<string> {
  const isOn = () => underCursor(screen).startsWith(title);
  await screen.until('a list', () => underCursor(screen) !== '');
  for (let step = 0; step < 30 && !isOn(); step += 1) {
    const before = askedNow(screen);
    screen.press('Down');
    await screen.until('the cursor to move', () => askedNow(screen) !== before || isOn());
  }
  if (!isOn()) throw new Error(`there is no choice ${title}:\n${screen.shown()}`);
  return underCursor(screen);
}

/** The choice on which the cursor stands; its further lines are indented. */
function underCursor(screen: Screen): string {
  const lines = askedNow(screen).split('\n');
  const start = lines.findIndex((line) => line.startsWith('❯ '));
  if (start === -1) return '';
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('    '));
  return spaced(lines.slice(start, end === -1 ? undefined : end).join(' ')).slice('❯ '.length);
}

/** Answers questions asked in plain lines: types the number that stands before the choice. */
export function lineAnswerer(screen: Screen) {
  let read = 0;
  return async (turns: readonly Turn[]): Promise<void> => {
    for (const [question, answer] of turns) {
      const fresh = () => screen.written().slice(read).replaceAll('\r', '');
      const end = 'Type ? for an explanation.\n';
      const isAsked = () => fresh().includes(question) && fresh().indexOf(end, fresh().indexOf(question)) !== -1;
      await screen.until(`the question ${question}`, isAsked);
      const asked = fresh();
      read = screen.written().length;
      const number =
        'choose' in answer &&
        new RegExp(`^(\\d+): ${escaped(answer.choose)}`, 'm').exec(asked.slice(asked.lastIndexOf(question)))?.[1];
      if ('choose' in answer && !number) throw new Error(`there is no choice ${answer.choose}:\n${asked}`);
      screen.type('choose' in answer ? String(number) : answer.type);
      screen.press('Enter');
    }
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
