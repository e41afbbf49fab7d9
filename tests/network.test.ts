// Nothing phones home: every example of every command under a tracer, and the few that may connect reach only what was named.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';
import { exampleWords } from './cli/example-words.ts';
import { preparedDay, preparedTerminal } from './cli/prepared.ts';
import { needBuild } from './cli/remind-process.ts';
import { temporaryHome } from './cli/terminal.ts';

const binary = join(import.meta.dirname, '../bin/ascpi.js');
const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;

beforeAll(needBuild);

interface Traced {
  readonly code: number | null;
  readonly err: string;
  /** sockets made, but for those between processes of this machine */
  readonly sockets: readonly string[];
  /** addresses that were connected to or sent to */
  readonly reached: readonly string[];
}

/** Runs the program with all calls for the network written down. No other program is in its reach. */
function traced(home: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Traced {
  const log = `${home}-trace`;
  const options = [
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-s',
    '200',
    '-e',
    'trace=%network',
    '-E',
    `PATH=${join(home, 'nothing')}`,
    '-o',
    log,
  ];
  const { status, stderr } = spawnSync('strace', [...options, process.execPath, binary, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', ASCPI_HOME: home, ASCPI_USER: 'tester', CI: '1', ...env },
    encoding: 'utf8',
    input: '',
  });
  const calls = readFileSync(log, 'utf8').split('\n');
  return {
    code: status,
    err: stderr,
    sockets: calls.filter((call) => /\bsocket(pair)?\(/.test(call) && !/\((AF_UNIX|AF_LOCAL),/.test(call)),
    reached: calls.flatMap((call) => {
      const [, port, address] = /sin6?_port=htons\((\d+)\).*?"([^"]+)"/.exec(call) ?? [];
      return port && /\b(connect|sendto|sendmsg)\(/.test(call) ? [`${address}:${port}`] : [];
    }),
  };
}

const visible = commands.filter(({ name }) => name !== 'home');

test.skipIf(!canTrace).each(visible.map((command) => [command.name, command] as const))(
  'the examples of %s make no socket',
  async (name, { examples }) => {
    for (const example of examples) {
      const where = await preparedTerminal(name.split(' '));
      if (example.includes(' get ')) await where.run('config', 'set', 'rules.exam-window', '90d');
      const forced = /--on 2026-1/.test(example) ? ['--force'] : [];
      const words = [...exampleWords(example, where.home), ...forced];
      const { code, err, sockets } = traced(where.home, words, { ASCPI_TODAY: preparedDay(name.split(' ')) });
      expect(sockets, example).toEqual([]);
      // An interview asks, and here is no terminal.
      expect(code, `${example}: ${err}`).toBe(name === 'agency interview' ? 2 : 0);
    }
  },
);

/** A port on which nobody listens: to knock is enough. */
const CLOSED = '127.0.0.1:2';

describe.skipIf(!canTrace)('what connects reaches only the address that was named', () => {
  const due = async () => {
    const where = await preparedTerminal(['remind']);
    await where.run('profile', '--email', 'maria@example.org');
    return where;
  };
  const send = async (way: 'smtp' | 'webhook', ...more: string[]) => {
    const where = await due();
    for (const [key, value] of [
      ['mail.host', '127.0.0.1'],
      ['mail.port', '2'],
      ['mail.secure', 'none'],
      ['mail.from', 'office@example.org'],
      ['webhook.url', `http://${CLOSED}/hook`],
    ] as const) {
      const said = await where.run('config', 'set', key, value);
      if (said.code !== 0) throw new Error(said.err);
    }
    const env = { ASCPI_TODAY: '2027-01-14', ASCPI_WEBHOOK_SECRET: 'a secret of the test' };
    return traced(where.home, ['remind', '--send', way, ...more], env);
  };

  test.each(['smtp', 'webhook'] as const)('reminders by %s', async (way) => {
    const { code, reached } = await send(way, '--yes');
    expect(code).toBe(1);
    expect(new Set(reached)).toEqual(new Set([CLOSED]));
  });

  test.each(['smtp', 'webhook'] as const)('reminders by %s that are only shown make no socket', async (way) => {
    expect(await send(way)).toMatchObject({ code: 0, sockets: [] });
  });

  test('a store on a server', () => {
    const { code, reached } = traced(temporaryHome(), ['status', '--store', `postgres://ascpi@${CLOSED}/roster`]);
    expect(code).not.toBe(0);
    expect(new Set(reached)).toEqual(new Set([CLOSED]));
  });
});
