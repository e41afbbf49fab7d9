// `ascpi store migrate`: makes the tables of a shared roster, or brings them up to date.
import { Failure } from '../../domain/failure.ts';
import { migratedView } from '../../views/store.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { serverOf } from './place.ts';

export async function decide(run: Run, options: Options): Promise<Outcome> {
  const policy = choiceAnswer(options, 'policies', ['owner', 'none'] as const);
  const server = serverOf(run);
  const { today, globals } = run;
  if (!server) {
    if (policy !== undefined) {
      throw new Failure('usage', '--policies is for a roster on a server, and yours is not', 'See docs/team.md');
    }
    const { address } = run.store();
    return { view: migratedView({ address, kind: 'files', made: [], ahead: [], dryRun: globals.dryRun }, today) };
  }
  const { lookAt, migrateServer } = await import('../../stores/pg/server-store.ts');
  const { step, newest } = await lookAt(server, run.surroundings());
  const ahead = Array.from({ length: Math.max(0, newest - (step ?? 0)) }, (_, index) => (step ?? 0) + index + 1);
  const said = { address: server.shown, kind: 'server', policy, dryRun: globals.dryRun } as const;
  return {
    view: migratedView({ ...said, made: [], ahead }, today),
    perform: async (publish) => {
      const made = await migrateServer(server, run.surroundings(), policy);
      await publish(migratedView({ ...said, made, ahead: [] }, today));
      return {};
    },
  };
}
