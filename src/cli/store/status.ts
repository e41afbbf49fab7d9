// `ascpi store status`: where journeys are kept, and what is there.
import { storeStateView } from '../../views/store.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { serverOf } from './place.ts';

export async function decide(run: Run): Promise<Outcome> {
  const server = serverOf(run);
  if (!server) {
    const { address } = run.store();
    const journeys = (await run.store().list()).length;
    return {
      view: storeStateView({ address, kind: address.startsWith('memory:') ? 'memory' : 'files', journeys }, run.today),
    };
  }
  const { lookAt } = await import('../../stores/pg/server-store.ts');
  const { holds, ...state } = await lookAt(server, run.surroundings());
  const { journeys = null, ...more } = holds ?? {};
  return { view: storeStateView({ address: server.shown, kind: 'server', journeys, ...state, ...more }, run.today) };
}
