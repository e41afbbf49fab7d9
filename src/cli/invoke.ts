// Whom an invocation is about: one journey, as always, or the candidates that its ids or its filter name.
import { Failure } from '../domain/failure.ts';
import { once } from '../domain/once.ts';
import { typedFor } from '../views/typed-for.ts';
import type { Outcome } from './command.ts';
import { isFiltered, splitOptions } from './filter-options.ts';
import { isOfOne } from './is-of-one.ts';
import type { Invocation } from './program.ts';
import type { Run } from './run.ts';

/** What the command decides for those who are meant. Fails with `usage` where they are named in more ways than one. */
export function decisionOf({ command, args, options }: Invocation): (run: Run) => Promise<Outcome> {
  const { many, own } = splitOptions(command, options);
  const { ids, rest } = command.idsIn?.(args) ?? { ids: [], rest: args };
  const ways = [
    ...(ids.length > 0 ? ['an id'] : []),
    ...(options['candidate'] === undefined || !command.ofMany ? [] : ['-c']),
    ...(many['all'] === true ? ['--all'] : []),
    ...(isFiltered(many) ? ['a filter'] : []),
  ];
  if (ways.length > 1) {
    throw new Failure('usage', `candidates are named by ${ways.join(' and by ')}`, 'Name them in one of these ways');
  }
  const isSeveral = command.args?.some(({ name }) => name === '[id...]') === true;
  if (Object.keys(many).length > 0 || (ids.length > 0 && isSeveral)) {
    return async (run) => {
      if (command.intoFolder && run.globals.folder !== undefined) {
        return command.intoFolder.decide(run, rest, own, many);
      }
      const { decideForMany } = await import('./of-many.ts');
      return decideForMany(run, command, rest, own, { ids, filter: many });
    };
  }
  const [id = options['candidate']] = ids;
  if (typeof id !== 'string') {
    return async (run) => {
      const outcome = await command.decide(run, rest, own);
      return outcome.about === undefined
        ? outcome
        : { ...outcome, view: typedFor(outcome.view, outcome.about, isOfOne) };
    };
  }
  return async (run) => {
    const journey = once(() => run.journeyNamed(id));
    const named = { ...run, globals: { ...run.globals, candidate: id }, journey };
    const outcome = await command.decide(named, rest, { ...own, candidate: id });
    return { ...outcome, view: typedFor(outcome.view, id.toLowerCase(), isOfOne) };
  };
}
