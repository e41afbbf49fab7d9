// `ascpi store refresh`: computes again by what a shared roster is searched.
import { refreshedView } from '../../views/store.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { serverOf } from './place.ts';

export async function decide(run: Run): Promise<Outcome> {
  const server = serverOf(run);
  const { today, globals } = run;
  if (!server) {
    const { address } = run.store();
    return { view: refreshedView({ address, kind: 'files', count: 0, dryRun: globals.dryRun }, today) };
  }
  const { lookAt, refreshServer } = await import('../../stores/pg/server-store.ts');
  const said = { address: server.shown, kind: 'server', dryRun: globals.dryRun } as const;
  const { holds } = await lookAt(server, run.surroundings());
  return {
    view: refreshedView({ ...said, count: holds?.stale ?? 0 }, today),
    perform: async (publish) => {
      const count = await refreshServer(server, run.surroundings());
      await publish(refreshedView({ ...said, count }, today));
      return {};
    },
  };
}
