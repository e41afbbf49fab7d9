// `ascpi backup` and `ascpi restore`. What they take is here; how they decide is in cli/backup/, loaded when it runs.
import type { Command } from '../command.ts';

const backup: Command = {
  name: 'backup',
  group: 'This tool',
  summary: 'everything that is kept, in one file',
  description:
    'Writes all candidates with their previous versions, documents of the store, settings and texts of messages to the file of -o, reads it back and compares it. With --encrypt it asks for a passphrase, twice; scripts set ASCPI_PASSPHRASE or ASCPI_PASSPHRASE_FILE. Without the passphrase nobody can open it. Exits 5 when a damaged file had to be left out.',
  options: [{ flags: '--encrypt', description: 'with a passphrase (scrypt, AES-256-GCM)' }],
  examples: ['ascpi backup -o backup.json', 'ascpi backup -o backup.json --dry-run --json'],
  json: 'dryRun, file, bytes, encrypted, made, candidates[] {id, name, facts, previous}, shared[], settings, templates[], unread[] {what, reason}',
  writes: true,
  makesFile: true,
  decide: async (...given) => (await import('../backup/make.ts')).decide(...given),
};

const restore: Command = {
  name: 'restore',
  group: 'This tool',
  summary: 'bring back what was lost: from a backup, or the version before',
  description:
    'Brings back what a backup holds, or with -c one candidate. Without a file it brings back the previous version of one candidate. It also reads an export of candidates, and a copy of a journey file that a sync service left. Nothing here is replaced by something older without --force; a damaged file is kept beside, under another name.',
  args: [{ name: '[file]', description: 'a backup, an export of candidates, or one journey file; - is stdin' }],
  options: [
    { flags: '--merge', description: 'add what is missing here to what is kept; where they differ, what is kept wins' },
    { flags: '--keep-newer', description: 'leave candidates alone that have more here; restore the others' },
  ],
  examples: [
    'ascpi restore backup.json --dry-run',
    'ascpi restore backup.json -c ana-reyes',
    'ascpi restore backup.json --merge',
    'ascpi restore -c maria-santos --force --dry-run',
  ],
  json: 'dryRun, file, kind: backup|packet|journey|previous, made, candidates[] {id, name, state: new|same|newer|older|apart|damaged, deed: restored|merged|kept|refused|none, facts {kept, copy}, clashes[] {path, mine, theirs}, warnings[]}, others[] {what, state, deed}',
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../backup/restore.ts')).decide(...given),
};

export const backups: readonly Command[] = [backup, restore];
