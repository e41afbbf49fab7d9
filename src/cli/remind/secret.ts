// Secrets: from the environment or a file it names, never from an option or a setting, where others could read them.
import { readFileSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import { ioFailure } from '../../stores/io-failure.ts';
import type { Context } from '../context.ts';

/** Undefined where neither the variable nor its `_FILE` is set. Fails with `usage` or `machine`; never repeats it. */
export function secretFrom({ env }: Context, variable: string): string | undefined {
  const file = env[`${variable}_FILE`];
  const given = env[variable];
  if (given && file) throw new Failure('usage', `both ${variable} and ${variable}_FILE are set`, 'Set one of them');
  if (given) return given;
  if (!file) return undefined;
  const secret = readSecret(file).replace(/\r?\n$/, '');
  if (secret === '') throw new Failure('usage', `the file of ${variable}_FILE is empty`, 'Write the secret into it');
  return secret;
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw ioFailure('read', path, error);
  }
}
