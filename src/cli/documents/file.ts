// `ascpi documents file`: reads a file here and says whether it would be taken. It is sent nowhere.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure, quote } from '../../domain/failure.ts';
import { checkUpload } from '../../domain/upload-check.ts';
import { codeOf } from '../../stores/io-failure.ts';
import { paperCheckView } from '../../views/paper-check.ts';
import type { Options, Outcome } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

/** Nobody uploads more; reading it would only take memory. */
const MOST_BYTES = 200_000_000;

export async function decide(run: Run, [path = '']: readonly string[], options: Options): Promise<Outcome> {
  const bytes = bytesOf(path);
  const limit = run.rulebook().inForce('upload-limit', run.today)?.value;
  const findings = checkUpload(bytes, limit && 'megabytes' in limit ? limit.megabytes : undefined);
  const isWrong = findings.some(({ level }) => level === 'fail');
  const title = [{ user: basename(path) }, ' before an upload'];
  return {
    view: paperCheckView({ name: 'documents-file', title, findings, data: { file: path } }, run.today),
    ...(options['check'] === true && isWrong ? { exit: EXIT_NO } : {}),
  };
}

/** As Latin-1, one character a byte. Fails with `usage` on what is no file that can be read. */
function bytesOf(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    if (!stats.isFile())
      throw new Failure('usage', `${quote(path)} is not a file`, 'Name the file that you mean to upload');
    if (stats.size > MOST_BYTES)
      throw new Failure('usage', `${quote(path)} is larger than 200 MB`, 'Name a smaller file');
    const bytes = Buffer.alloc(stats.size);
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(file, bytes, done, bytes.length - done, done);
      if (count === 0) break;
      done += count;
    }
    return bytes.toString('latin1');
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = codeOf(error) === 'ENOENT' ? 'is not there' : `can't be read (${codeOf(error) ?? 'unknown error'})`;
    throw new Failure('usage', `${quote(path)} ${why}`, 'Name the file that you mean to upload', error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
