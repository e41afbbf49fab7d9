// The passphrase of a backup: from the environment or a file it names, else asked for; never from an option, which others could read.
import { secretFrom } from '../remind/secret.ts';
import type { Run } from '../run.ts';

const VARIABLE = 'ASCPI_PASSPHRASE';

/** `isNew` where a file is to be encrypted with it. Fails with `usage`. */
export async function passphrase(run: Run, isNew: boolean): Promise<string> {
  const given = secretFrom(run.context, VARIABLE);
  if (given !== undefined) return given;
  return run.secret({
    what: 'the passphrase of the backup',
    why: isNew
      ? 'It encrypts the backup; without it nobody can open the file, not even you.'
      : 'The backup was encrypted with it, and nothing else opens the file.',
    twice: isNew,
    instead: `Set ${VARIABLE}, or ${VARIABLE}_FILE to a file that holds it`,
  });
}

/** The one that is set, without asking. */
export const presetPassphrase = (run: Run): string | undefined => secretFrom(run.context, VARIABLE);
