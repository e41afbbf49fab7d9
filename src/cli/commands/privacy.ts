// `ascpi privacy …`: what is held of a person. What each takes is here; how it decides is in cli/privacy/, loaded when it runs.
import type { Command } from '../command.ts';

const group = 'This tool';

const report: Command = {
  name: 'privacy report',
  group,
  summary: 'candidates of whom nothing was recorded for long',
  description:
    'Lists candidates of whom nothing was recorded for some months: what is not needed any more should be erased. What is kept, and where: ascpi help data',
  options: [
    { flags: '--months <number>', description: 'how long; 24 unless given' },
    { flags: '--check', description: 'exit 4 when there is one' },
  ],
  examples: ['ascpi privacy report', 'ascpi privacy report --months 12 --json'],
  json: 'months, before, total, candidates[] {id, name, touched}, unread[]',
  decide: async (...given) => (await import('../privacy/report.ts')).decide(...given),
};

const exported: Command = {
  name: 'privacy export',
  group,
  summary: 'all that is held of one candidate, to read or as JSON',
  description:
    'Shows everything that is held of one candidate: profile, every fact, the version before, what the guide remembers, and where else there may be copies.',
  examples: ['ascpi privacy export -c maria-santos', 'ascpi privacy export -c maria-santos -o maria.json'],
  json: 'candidate, journey, previous, guide, chosen, backups[] {path, made, encrypted, isThere}, elsewhere[] {what, remedy}, goneOut[] {what, remedy}',
  ofOneJourney: true,
  decide: async (run) => (await import('../privacy/export.ts')).decide(run),
};

const erase: Command = {
  name: 'privacy erase',
  group,
  summary: 'forget one candidate, in backups too, and list what can not be reached',
  description:
    'Erases the journey of one candidate, its previous and damaged versions, conflict copies, reminders, drafts, settings that name it, and its part of every backup that is still where it was written. Encrypted backups need ASCPI_PASSPHRASE. Lists what it can not reach.',
  examples: ['ascpi privacy erase -c maria-santos --dry-run', 'ascpi privacy erase -c maria-santos --yes'],
  json: 'dryRun, candidate {id, name}, erased[], left[] {what, remedy}',
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../privacy/erase.ts')).decide(...given),
};

/** The group alone is its report. */
const bare: Command = {
  ...report,
  name: 'privacy',
  summary: 'who was not touched for long; all that is held of one; erase one',
  examples: ['ascpi privacy'],
};

export const privacy: readonly Command[] = [bare, report, exported, erase];
