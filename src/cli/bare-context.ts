// The part of a real run's context that answering from what is kept needs: it loads next to nothing.
import { join } from 'node:path';
import { localDay } from '../domain/civil-date.ts';
import type { Context } from './context.ts';
import { sinkOf } from './sink.ts';

export type BareContext = Pick<Context, 'env' | 'platform' | 'stdin' | 'stdout' | 'stderr' | 'localDay' | 'dataFolder'>;

/** `packageFolder` holds data/. */
export function bareContext(process: NodeJS.Process, packageFolder: string): BareContext {
  return {
    env: process.env,
    platform: process.platform,
    localDay: () => localDay(new Date()),
    // Streams of Node are built only where a terminal or the failure of another needs them: each takes a millisecond.
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true;
      },
    },
    stdout: sinkOf(1, () => process.stdout),
    get stderr() {
      return sinkOf(2, () => process.stderr);
    },
    dataFolder: join(packageFolder, 'data'),
  };
}
