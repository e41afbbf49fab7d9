// Secrets: from the environment or a file it names, never from an option or a setting, where others could read them.
import { Failure } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { shownPath } from '../../stores/printable.ts';
import { readBytes } from '../../stores/read-json.ts';
import type { Context } from '../context.ts';

/** Undefined where neither the variable nor its `_FILE` is set. Fails with `usage` or `machine`; never repeats it. */
export function secretFrom({ env }: Context, variable: string): string | undefined {
  const file = env[`${variable}_FILE`];
  const given = env[variable];
  if (given && file) throw new Failure('usage', `both ${variable} and ${variable}_FILE are set`, 'Set one of them');
  if (given) return given;
  if (!file) return undefined;
  const secret = readSecret(file, `${variable}_FILE`).replace(/\r?\n$/, '');
  if (secret === '') throw new Failure('usage', `the file of ${variable}_FILE is empty`, 'Write the secret into it');
  return secret;
}

function readSecret(path: string, variable: string): string {
  // A program that keeps secrets may hand one over by a pipe.
  const found = readBytes(path, limits.secret, true) ?? { fault: 'it is not there' };
  if ('value' in found) return found.value.toString('utf8');
  throw new Failure(
    'usage',
    `can't use ${shownPath(path)} of ${variable}: ${found.fault}`,
    'Name the file of a secret',
  );
}
