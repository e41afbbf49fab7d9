// Records what changes in a profile as one fact; where nothing changes it says so and records nothing.
import type { Journey } from '../../domain/journey.ts';
import { changeBetween, type Profile, type ProfileField } from '../../domain/profile.ts';
import { fieldsOf, fieldText, nowText } from '../../views/profile.ts';
import type { Text } from '../../views/view.ts';
import type { Outcome } from '../command.ts';
import { recordFact, short, unchanged } from '../commands/change.ts';
import type { Run } from '../run.ts';

/** `name` is that of the command, `candidates-edit`. Fails with `usage`. */
export function changeProfile(run: Run, journey: Journey, after: Profile, name: string): Outcome {
  const change = changeBetween(journey.profile, after);
  if (!change) return unchanged(run, journey, name);
  const { set, was } = change;
  const what = fieldsOf(set).flatMap((field, index): Text[] => [
    ...(index > 0 ? ['; '] : []),
    ...nowText(field, set[field]),
    ...(was[field] === null || field === 'optOut' ? [] : [' (was ', { user: fieldText(field, was[field]) }, ')']),
  ]);
  const said = { name, verb: ['Recorded', 'Would record'], what: what.flat() } as const;
  const outcome = recordFact(run, journey, { kind: 'profile', on: run.today, ...change }, said);
  const brief = what.flat();
  return fieldsOf(set).some((field) => telling.includes(field)) ? { ...outcome, brief } : { ...short(outcome), brief };
}

/** Fields that dates and the next action depend on. */
const telling: readonly ProfileField[] = ['credential', 'country', 'target', 'zone'];
