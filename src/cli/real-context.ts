// The context of a real run: the clock, the environment and the streams of this process.
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { bareContext } from './bare-context.ts';
import type { Context } from './context.ts';
import { inputOf } from './input.ts';
import { sinkOf } from './sink.ts';

/** `packageFolder` holds package.json, data/ and dist/. */
export function realContext(process: NodeJS.Process, packageFolder: string): Context {
  return {
    ...bareContext(process, packageFolder),
    nodeVersion: process.versions.node,
    loginName: () => userInfo().username,
    loginHome: () => userInfo().homedir,
    hostName: hostname,
    now: () => new Date(),
    newId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    onSignal: (act) => {
      // Once each: the second of a kind ends the process at once, as it does for every program.
      const heard = (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, () => act(signal)] as const);
      for (const [signal, hear] of heard) process.once(signal, hear);
      return () => {
        for (const [signal, hear] of heard) process.off(signal, hear);
      };
    },
    readInput: inputOf(() => process.stdin),
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
    fontFolder: join(packageFolder, 'dist', 'fonts'),
    get version() {
      return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version as string;
    },
  };
}
