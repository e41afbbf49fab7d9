// What recruiters do, and each message once, on a shared roster: the tests of files again, every home with a roster on a server.
import { describeTeam } from '../stores/team.ts';
import { keepHomesOn } from './homes.ts';

const files = ['roster', 'roster-people', 'remind', 'remind-delivery'] as const;

describeTeam('on a shared roster', async ({ addressOf, newDatabase, open }) => {
  keepHomesOn({ newRoster: () => addressOf(newDatabase()), open });
  for (const file of files) await import(`./${file}.test.ts`);
});
