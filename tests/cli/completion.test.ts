// Completion: what is offered in each place, and real shells that offer it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { bookedJourney, temporaryHome, terminal } from './terminal.ts';

const root = join(import.meta.dirname, '../..');

/** The words before the cursor, and all that is offered; `…` where more is. */
const places: readonly [line: string, offered: readonly string[]][] = [
  ['done sch|', ['schedule']],
  ['done |', ['eligibility', 'application', 'admission', 'schedule', 'exam', 'scores', 'certificate']],
  ['--today 2026-12-15 done e|', ['eligibility', 'exam']],
  ['stat|', ['status']],
  ['remind s|', ['snooze']],
  ['why exam|', ['exam', 'exam-window']],
  ['why no-such|', []],
  ['status -c |', ['juan-cruz', 'maria-santos']],
  ['status --candidate m|', ['maria-santos']],
  ['status --candidate=m|', ['--candidate=maria-santos']],
  ['status --candidate = m|', ['maria-santos']],
  ['remind mute j|', ['juan-cruz']],
  ['remind mute juan-cruz exam-|', ['exam-window']],
  ['candidates merge juan-cruz m|', ['maria-santos']],
  ['candidates tag 2027 juan-cruz m|', ['maria-santos']],
  ['candidates add --id |', []],
  ['done exam --result |', ['pass', 'fail']],
  ['status --format j|', ['json']],
  ['start --credential ML|', ['MLS', 'MLT']],
  ['remind --send |', ['print', 'eml', 'smtp', 'webhook']],
  ['candidates --step a|', ['application', 'admission', 'all-done']],
  ['check one|', ['one-account']],
  ['documents record one|', []],
  ['documents record pass|', ['passport']],
  ['rules exam-w|', ['exam-window']],
  ['config s|', ['set']],
  ['help exit|', ['exit-codes']],
  ['help doc|', ['documents', 'doctor']],
  ['help documents n|', ['names']],
  ['completion z|', ['zsh']],
  ['status --js|', ['--json']],
  ['status --json --js|', []],
  ['status --dry|', []],
  ['done --dry|', ['--dry-run']],
  ['doctor --cand|', []],
  ['status -- --js|', []],
  ['status -o |', [':files']],
  ['documents file |', [':files']],
  ['done exam --on |', []],
  ['no-such-command |', []],
  ['__proto__ |', []],
  ['constructor --constructor |', []],
];

test.each(places)('ascpi %s', async (line, offered) => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('start', '--name', 'Juan Cruz', '--credential', 'MLS');
  const words = line.slice(0, -1).split(' ');
  const said = await where.run('completion', 'answer', '--', ...words);
  expect(said).toMatchObject({ code: 0, err: '' });
  const values = said.out.split('\n').filter(Boolean);
  expect(values.map((each) => each.split('\t')[0])).toEqual(offered);
});

test('every command is offered, with what it does', async () => {
  const said = await terminal().run('completion', 'answer', '--', '');
  const first = commands.filter(({ name }) => name !== 'home' && !name.includes(' '));
  expect(said.out).toBe(first.map(({ name, summary }) => `${name}\t${summary}\n`).join(''));
});

test('a store that can not be read offers nothing, and no failure', async () => {
  const said = await terminal().run('completion', 'answer', '--', 'status', '--store', 'nonsense', '-c', '');
  expect(said).toEqual({ code: 0, out: '', err: '' });
});

test('a shell that is not known is refused', async () => {
  expect(await terminal().run('completion', 'fis')).toMatchObject({ code: 2, err: expect.stringContaining('fish') });
});

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

describe('real shells', () => {
  beforeAll(() => {
    if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
  });

  /** A folder with the program by its name, and a home with two journeys. */
  function machine(): { folder: string; env: Record<string, string> } {
    const home = temporaryHome();
    const folder = join(dirname(home), 'bin');
    mkdirSync(folder);
    const program = join(folder, 'ascpi');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/ascpi.js')}' "$@"\n`);
    chmodSync(program, 0o755);
    const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, ASCPI_HOME: home, TERM: 'xterm' };
    for (const name of ['Maria Santos', 'Marcela Diaz']) {
      const argv = ['start', '--name', name, '--id', name.split(' ')[0]?.toLowerCase() ?? '', '--credential', 'MLS'];
      expect(spawnSync(program, argv, { env }).status).toBe(0);
    }
    return { folder, env };
  }

  const script = (shell: string, folder: string, env: Record<string, string>) => {
    const path = join(folder, `completion.${shell}`);
    const { stdout } = spawnSync('ascpi', ['completion', shell], { env, encoding: 'utf8' });
    writeFileSync(path, stdout);
    return path;
  };

  test.skipIf(!has('shellcheck'))('ShellCheck has nothing to say about that of bash', () => {
    const { folder, env } = machine();
    const { stdout, status } = spawnSync('shellcheck', ['-s', 'bash', script('bash', folder, env)], {
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test.skipIf(!has('fish'))('fish', () => {
    const { folder, env } = machine();
    const path = script('fish', folder, env);
    const offered = (line: string) =>
      spawnSync('fish', ['-c', `source ${path}; complete -C ${JSON.stringify(line)}`], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
        .stdout.split('\n')
        .filter(Boolean);
    expect(offered('ascpi done sch')).toEqual(['schedule\tSchedule']);
    expect(offered('ascpi status -c mar')).toEqual(['marcela', 'maria']);
    expect(offered('ascpi why exam-w')).toEqual(['exam-window']);
    expect(offered('ascpi done exam --result ')).toEqual(['fail', 'pass']);
    expect(offered('ascpi status -o comp').join()).toContain('completion.fish');
  });

  /** What stands on a line of a real terminal after keys were pressed in it. */
  function typed(shell: string, start: string, setup: string, keys: readonly string[]): string {
    const { folder, env } = machine();
    const path = script(shell, folder, env);
    const socket = join(folder, 'tmux');
    const tmux = (...argv: string[]) => spawnSync('tmux', ['-S', socket, ...argv], { env, encoding: 'utf8' }).stdout;
    const until = (found: (screen: string) => boolean): string => {
      const end = Date.now() + 20_000;
      for (;;) {
        const screen = tmux('capture-pane', '-p');
        if (found(screen) || Date.now() > end) return screen;
        spawnSync('sleep', ['0.1']);
      }
    };
    tmux('-f', '/dev/null', 'new-session', '-d', '-x', '100', '-y', '30', '-c', folder, start);
    try {
      until((screen) => screen.trim() !== '');
      tmux('send-keys', setup.replace('SCRIPT', path), 'Enter');
      tmux('send-keys', 'clear; echo ready', 'Enter');
      until((screen) => /^ready$/m.test(screen));
      let screen = '';
      for (const key of keys) {
        tmux('send-keys', key === 'Tab' ? 'Tab' : key);
        const before = screen;
        screen =
          key === 'Tab'
            ? until((now) => now !== before && !/sch$|-c mari$/m.test(now.trim()))
            : until((now) => now.includes(key.trim()));
      }
      return screen;
    } finally {
      tmux('kill-server');
    }
  }

  const needs = (shell: string) => !has(shell) || spawnSync('tmux', ['-V']).status !== 0;

  test.skipIf(needs('bash'))('bash', () => {
    const press = (...keys: string[]) => typed('bash', 'bash --norc', 'PS1="$ "; source SCRIPT', keys);
    expect(press('ascpi done sch', 'Tab')).toContain('ascpi done schedule');
    expect(press('ascpi status -c mari', 'Tab')).toContain('ascpi status -c maria');
  });

  test.skipIf(needs('zsh'))('zsh', () => {
    const setup = 'PS1="$ "; autoload -Uz compinit; compinit -u -D; source SCRIPT';
    const press = (...keys: string[]) => typed('zsh', 'zsh -f', setup, keys);
    expect(press('ascpi done sch', 'Tab')).toContain('ascpi done schedule');
    expect(press('ascpi status -c mari', 'Tab')).toContain('ascpi status -c maria');
  });
});
