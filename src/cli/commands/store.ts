// `ascpi store …`: the place where journeys are kept. What each command takes is here; the rest is in cli/store/, loaded when it runs.
import type { Command } from '../command.ts';

const group = 'This tool';

const status: Command = {
  name: 'store status',
  group,
  summary: 'where journeys are kept, and what is there',
  examples: ['ascpi store status', 'ascpi store status --json'],
  json: 'address, kind, journeys; on a server also server, role, protected, step, newest, facts, sent, stale, policy, mayWrite',
  decide: async (run) => (await import('../store/status.ts')).decide(run),
};

const migrate: Command = {
  name: 'store migrate',
  group,
  summary: 'make the tables of a shared roster, or bring them up to date',
  description:
    'For whoever looks after a shared roster on PostgreSQL. Nothing is lost, and running it again does no harm. See docs/team.md.',
  options: [
    {
      flags: '--policies <who>',
      description: 'owner: each sees candidates of their own, of their teams, and of nobody; none: all see all',
    },
  ],
  examples: ['ascpi store migrate', 'ascpi store migrate --dry-run'],
  json: 'address, made[], policy, dryRun',
  writes: true,
  decide: async (run, _args, options) => (await import('../store/migrate.ts')).decide(run, options),
};

const refresh: Command = {
  name: 'store refresh',
  group,
  summary: 'compute again by what a shared roster is searched, after rules changed',
  description: 'Runs by itself when it is needed; by hand it spares the next one who looks for candidates the wait.',
  examples: ['ascpi store refresh'],
  json: 'address, refreshed, dryRun',
  writes: true,
  decide: async (run) => (await import('../store/refresh.ts')).decide(run),
};

const copy: Command = {
  name: 'store copy',
  group,
  summary: 'copy all journeys from one store to another, and compare them afterwards',
  description:
    'Copies journeys with their history, their reminders and their previous versions. What is there already is passed over, so a copy that was cut short can be run again. A journey that differs and is not older there is left alone, unless --force.',
  options: [
    { flags: '--from <address>', description: 'the store to copy; the one in use unless given' },
    { flags: '--to <address>', description: 'the store to fill, for example postgres://maria@db.example.org/ascpi' },
  ],
  examples: ['ascpi store copy --to file:/srv/ascpi-copy --dry-run'],
  json: 'from, to, copied, same, differing[], unread[], others, journeys, checksum, dryRun',
  writes: true,
  decide: async (run, _args, options) => (await import('../store/copy.ts')).decide(run, options),
};

export const store: readonly Command[] = [status, migrate, refresh, copy];
