// The context of a real run: the clock, the environment and the streams of this process.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { localDay } from '../domain/civil-date.ts';
import type { Context, Sink } from './context.ts';

const sink = (stream: NodeJS.WriteStream): Sink => ({
  write: (text) => void stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.columns,
});

/** `packageFolder` holds package.json and data/. */
export function realContext(process: NodeJS.Process, packageFolder: string): Context {
  const { env, platform } = process;
  return {
    env,
    platform,
    nodeVersion: process.versions.node,
    loginName: () => userInfo().username,
    now: () => new Date(),
    localDay: () => localDay(new Date()),
    newId: () => randomBytes(8).toString('hex'),
    stdin: { isTTY: process.stdin.isTTY === true },
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    dataFolder: join(packageFolder, 'data'),
    get version() {
      return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version as string;
    },
  };
}
