// `ascpi candidates merge`: two journeys of one person become one. The second is erased only when the first is kept.
import type { Fact } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { type Merge, merge, neverLost } from '../../domain/merge.ts';
import type { ProfileField } from '../../domain/profile.ts';
import { closest } from '../../domain/suggest.ts';
import { timelineOf } from '../../domain/timeline.ts';
import type { Settings } from '../../stores/settings.ts';
import { differencesText, mergeView } from '../../views/merge.ts';
import { fieldLabels } from '../../views/profile.ts';
import { dateMark } from '../../views/receipt.ts';
import { typedFor } from '../../views/typed-for.ts';
import type { View } from '../../views/view.ts';
import type { Change, Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import { statusInput } from '../commands/status-input.ts';
import { isOfOne } from '../is-of-one.ts';
import type { Run } from '../run.ts';

export async function decide(run: Run, [id = '', other = '']: readonly string[], options: Options): Promise<Outcome> {
  const take = fieldsIn(given(options, 'take'));
  const [first, second] = [await run.journeyNamed(id), await run.journeyNamed(other)];
  checkPair(first, second, run);
  const merged = merge(first, second, take, { on: run.today, recorder: run.recorder(), say: differencesText });
  refuseReplaced(run, first, second, merged.journey);
  const idle = take.find((field) => !merged.differences.some((difference) => difference.field === field));
  if (idle) {
    throw new Failure('usage', `${idle} does not differ between the two, or only one has it`, 'Leave it out of --take');
  }
  const view = (dryRun: boolean) => viewOf(run, first, second, merged, dryRun);
  return {
    view: view(run.globals.dryRun),
    save: changesOf(merged.journey, second, run),
    hints: [`See all that is known: ascpi candidates show ${first.id}`],
    confirm: {
      preview: async () => view(true),
      question: `To go on, type the id of the one that will be removed, ${second.id}. Which id?`,
      why: `All that is recorded of ${second.id} moves to ${first.id}, and ${second.id} is removed. It can not be taken back.`,
      typed: second.id,
      refusal: `merging removes ${second.id} for good, once all of it is in ${first.id}`,
    },
  };
}

/** What counted in one of them and would not in both together: recorded later, an old attempt may stand before a running one. */
function refuseReplaced(run: Run, first: Journey, second: Journey, merged: Journey): void {
  if (run.globals.force) return;
  const counted = (journey: Journey) =>
    timelineOf(journey, run.today, run.rulebook()).attempts.flatMap(({ facts }) => Object.values(facts));
  const said = ({ id: _id, at: _at, by: _by, host: _host, ...what }: Fact) => JSON.stringify(what);
  const after = new Set(counted(merged).map(said));
  const lost = [first, second].flatMap((journey) =>
    counted(journey)
      .filter((fact) => !after.has(said(fact)))
      .map(({ kind, on }) => `${kind} of ${on} (${journey.id})`),
  );
  if (lost.length === 0) return;
  throw new Failure(
    'usage',
    `together they contradict each other, and this would count no more: ${lost.join(', ')}`,
    'Correct one of them first, or merge them anyway with --force; nothing is erased, and history shows it all',
  );
}

function viewOf(
  run: Run,
  first: Journey,
  second: Journey,
  { journey, differences, added }: Merge,
  dryRun: boolean,
): View {
  const before = statusInput(first, run).timeline.dates.map(dateMark);
  const view = mergeView({ ...statusInput(journey, run), dryRun, before, second, differences, added });
  return typedFor(view, first.id, isOfOne);
}

/** The setting that names the second names the first then. */
function changesOf(merged: Journey, { id, revision }: Journey, run: Run): Change[] {
  const settings = (before: Settings): Settings =>
    before.candidate === id ? { ...before, candidate: merged.id } : before;
  return [{ journey: merged }, ...(run.settings().candidate === id ? [{ settings }] : []), { remove: id, revision }];
}

function checkPair(first: Journey, second: Journey, { globals }: Run): void {
  if (first.id === second.id) {
    throw new Failure('usage', `${quote(first.id)} can't be merged with itself`, 'Name two candidates');
  }
  const [one, other] = [first.profile.credential, second.profile.credential];
  if (one !== other && !globals.force) {
    throw new Failure(
      'usage',
      `${first.id} is on the way to ${one} and ${second.id} to ${other}, which are two journeys`,
      'Correct one with ascpi candidates edit <id> --credential <code>, or merge them anyway with --force',
    );
  }
}

function fieldsIn(text: string | undefined): ProfileField[] {
  const names = (Object.keys(fieldLabels) as ProfileField[]).filter((field) => !neverLost.includes(field));
  return (text?.split(',') ?? []).map((part) => {
    const name = names.find((each) => each === part.trim().toLowerCase());
    if (name) return name;
    const near = closest(part, names);
    const known = `Fields: ${names.join(', ')}. Tags are joined, and an opt-out always holds`;
    throw new Failure('usage', `there is no field ${quote(part)} to take`, near ? `Did you mean ${near}?` : known);
  });
}
