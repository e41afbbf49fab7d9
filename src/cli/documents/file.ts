// `ascpi documents file`: reads a file here and says whether it would be taken. It is sent nowhere.
import { basename, resolve } from 'node:path';
import { Failure, quote } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { checkUpload } from '../../domain/upload-check.ts';
import { readBytes } from '../../stores/read-json.ts';
import { paperCheckView } from '../../views/paper-check.ts';
import type { Options, Outcome } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

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

/** As Latin-1, one character a byte. Fails with `usage` on what is no file, and with `machine` where it can't be read. */
function bytesOf(path: string): string {
  const refuse = (why: string) =>
    new Failure('usage', `${quote(path)} ${why}`, 'Name the file that you mean to upload');
  if (path === '' || path.includes('\0')) throw refuse('is not the name of a file');
  const found = readBytes(resolve(path), limits.upload);
  if (found === undefined) throw refuse('is not there');
  if ('fault' in found) throw refuse(`can't be read: ${found.fault}`);
  return found.value.toString('latin1');
}
