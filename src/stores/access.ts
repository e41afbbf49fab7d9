// Whether what is recorded can be kept at all, asked without writing anything.
import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Failure } from '../domain/failure.ts';
import { codeOf, ioFailure } from './io-failure.ts';

/** Why a folder, or the nearest one above it that is there, can't be written; undefined when it can. */
export function unwritable(folder: string): Failure | undefined {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) return unwritable(dirname(folder));
    return ioFailure('write', folder, error);
  }
}
