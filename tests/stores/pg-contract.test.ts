// Runs the store contract on PostgreSQL.
import { storeContract } from './store-contract.ts';
import { describeTeam } from './team.ts';

describeTeam('a roster on PostgreSQL', ({ addressOf, newDatabase, open }) => {
  storeContract('PostgreSQL', () => open(addressOf(newDatabase())));
});
