// Reads a file that candidates are to be taken from: opens it, decrypts it, and refuses what is not whole.
import { resolve } from 'node:path';
import { Failure, quote } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { type Copies, readCopies } from '../../stores/backup-file.ts';
import { decrypt, isEncrypted } from '../../stores/encryption.ts';
import { readBytes } from '../../stores/read-json.ts';
import type { Run } from '../run.ts';
import { passphrase } from './passphrase.ts';

/** Fails with `missing`, `damaged`, `usage` (a wrong passphrase) or `machine`. */
export async function readFile(run: Run, file: string): Promise<Copies> {
  const found =
    file === '-' ? { value: Buffer.from(await run.context.readInput()) } : readBytes(resolve(file), limits.backup);
  if (found === undefined) {
    throw new Failure('missing', `there is no file ${quote(file)}`, 'Check its name, or the folder you are in');
  }
  if ('fault' in found) throw unusable(file, found.fault);
  const plain = isEncrypted(found.value) ? decrypt(found.value, await passphrase(run, false)) : found;
  if ('fault' in plain) throw unusable(file, plain.fault);
  const copies = readCopies(plain.value);
  if ('value' in copies) return copies.value;
  throw unusable(file, copies.fault, copies.newer);
}

const unusable = (file: string, fault: string, newer?: boolean): Failure =>
  new Failure(
    'damaged',
    `can't use ${quote(file)}: ${fault}; nothing was changed`,
    newer ? 'Update ascpi: npm install -g ascpi@latest' : 'The file was kept as it is. Use another copy of it',
  );
