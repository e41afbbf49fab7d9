// The context of a real run: the clock, the environment and the streams of this process.
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { localDay } from '../domain/civil-date.ts';
import type { Context } from './context.ts';
import { inputOf } from './input.ts';
import { sinkOf } from './sink.ts';

/** `packageFolder` holds package.json, data/ and dist/. */
export function realContext(process: NodeJS.Process, packageFolder: string): Context {
  const { env, platform } = process;
  return {
    env,
    platform,
    nodeVersion: process.versions.node,
    loginName: () => userInfo().username,
    now: () => new Date(),
    localDay: () => localDay(new Date()),
    newId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    onSignal: (act) => {
      // Once each: the second of a kind ends the process at once, as it does for every program.
      const heard = (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, () => act(signal)] as const);
      for (const [signal, hear] of heard) process.once(signal, hear);
      return () => {
        for (const [signal, hear] of heard) process.off(signal, hear);
      };
    },
    // Streams of Node are built only where a terminal or the failure of another needs them: each takes a millisecond.
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
    },
    readInput: inputOf(() => process.stdin),
    stdout: sinkOf(1, () => process.stdout),
    stderr: sinkOf(2, () => process.stderr),
    ask: async (manner) => {
      const on = (signal: NodeJS.Signals, act: () => void) => {
        process.once(signal, act);
        return () => void process.off(signal, act);
      };
      const terminal = {
        input: process.stdin,
        output: process.stdout,
        onInterrupt: (act: () => void) => on('SIGINT', act),
        onTermination: (act: () => void) =>
          on('SIGTERM', () => {
            act();
            process.kill(process.pid, 'SIGTERM');
          }),
      };
      return manner.accessible
        ? (await import('./guide/line-ask.ts')).lineAsk(terminal, manner)
        : (await import('./guide/inquirer-ask.ts')).inquirerAsk(terminal, manner);
    },
    dataFolder: join(packageFolder, 'data'),
    fontFolder: join(packageFolder, 'dist', 'fonts'),
    get version() {
      return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version as string;
    },
  };
}
