// Writes a backup, and remembers where it is, so that an erasure can reach it.
import { Failure } from '../../domain/failure.ts';
import { type BackupPlace, rememberBackup } from '../../stores/backup-places.ts';
import { writeVerified } from '../../stores/verified-write.ts';
import type { Run } from '../run.ts';

interface Kept {
  readonly backup: string;
  readonly bytes: Uint8Array;
  readonly place: BackupPlace;
}

export async function keepBackup({ backup, bytes, place }: Kept, run: Run): Promise<void> {
  writeVerified(backup, bytes);
  try {
    await rememberBackup(run.home(), place);
  } catch (error) {
    // A home that can't be written is the very reason to make a backup.
    if (!(error instanceof Failure)) throw error;
    run.context.stderr.write(
      `Where the backup is could not be noted, so privacy erase will not find it: ${error.message}.\n`,
    );
  }
}
