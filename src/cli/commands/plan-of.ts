// Computes the plan of one scenario, for the view to show. Nothing it tries is ever stored.
import { resultOf } from '../../domain/attempts.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { codeOf } from '../../domain/credential.ts';
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { feesOf } from '../../domain/money.ts';
import { type Forward, type PlanInput, planForward } from '../../domain/plan.ts';
import { type Backward, planBackward } from '../../domain/plan-backward.ts';
import { retakeBefore } from '../../domain/retake.ts';
import type { RuleInForce } from '../../domain/rule.ts';
import { type Rulebook, readOwnValue, rulebookFor } from '../../domain/rulebook.ts';
import type { Scenario, Target } from '../../domain/scenario.ts';
import { type StageId, stages, stagesTo } from '../../domain/stages.ts';
import { closest } from '../../domain/suggest.ts';
import { type Timeline, timelineOf } from '../../domain/timeline.ts';
import { collisionsIn, stagesAsked, validitiesOf } from '../../domain/validity.ts';
import { attemptsLeft } from '../../domain/warnings.ts';
import { tryWhatIf } from '../../domain/what-if.ts';
import type { PlanView } from '../../views/plan.ts';
import type { Run } from '../run.ts';

/** The plan of a journey under a scenario, for its target or else the day kept with the journey. */
export function planOf(run: Run, journey: Journey, scenario: Scenario): PlanView {
  const rulebook = rulebookFor(journey.profile.credential, planbookOf(run, scenario));
  refuseSecondPass(timelineOf(journey, run.today, rulebook), scenario);
  const tried = tryWhatIf(journey, scenario.whatIf, run.today);
  const timeline = timelineOf(tried.journey, run.today, rulebook, { horizon: tried.horizon });
  const input: PlanInput = { timeline, rulebook, from: tried.horizon, country: journey.profile.country };
  const target = scenario.target ?? targetKept(journey);
  const end = target?.stage ?? 'certificate';
  const forward = planForward(input, end);
  const backward = target && {
    ...planBackward(input, target.stage, target.day),
    retake: retakeBefore(input, target.stage, target.day),
  };
  const validities = validitiesOf(tried.journey, timeline, run.checklists);
  const asked = [end, ...validities.flatMap((each) => stagesAsked(each, end))];
  const code = codeOf(journey.profile.credential);
  return {
    journey,
    timeline,
    forward,
    scores: planForward(input, 'scores').expected.find(({ stage }) => stage.id === 'scores'),
    backward,
    slack: slackOf(input, forward, backward),
    fees: feesOf(timeline, code, rulebook),
    attempts: attemptsLeft(timeline, rulebook),
    collisions: collisionsIn(input, end, validities),
    assumptions: assumptionsIn(asked, forward, rulebook, run.today),
    tried: scenario.tried,
  };
}

/** Another exam would change nothing: it would be shown as if it had been tried. */
function refuseSecondPass({ running }: Timeline, { whatIf }: Scenario): void {
  const { exam, scores, certificate } = running.facts;
  if (whatIf.exam === undefined || (resultOf(running) !== 'pass' && !certificate)) return;
  const [day] = [exam, scores, certificate].flatMap((fact) => fact ?? []);
  throw new Failure(
    'usage',
    `no other exam can be tried: this one is passed, as recorded for ${day?.on}`,
    'If it is not, correct it: ascpi done exam --on <date> --result fail',
  );
}

/** Days to spare for each open stage: before the target, else before the last sitting of the window. */
function slackOf(input: PlanInput, { lastSitting, expected }: Forward, backward: Backward | undefined) {
  const isExamOpen = expected.some(({ stage, done }) => stage.id === 'exam' && !done);
  const plan = backward ?? (lastSitting && isExamOpen ? planBackward(input, 'exam', lastSitting) : undefined);
  return new Map((plan?.steps ?? []).map(({ id, slack }) => [id, slack]));
}

/** With what the scenario assumes: of a range, a single length is both ends. Fails with `usage` on what is no assumption. */
export function planbookOf(run: Run, { assume }: Scenario): Rulebook {
  const entries = Object.entries(assume);
  if (entries.length === 0) return run.planbook({});
  const known = run.planbook({}).rules.filter(({ kind }) => kind === 'assumption');
  const lengths = entries.map(([id, text]): [string, string] => {
    const found = known.find((each) => each.id === id);
    if (!found) {
      const ids = known.map((each) => each.id);
      const near = closest(id, ids);
      const hint = near ? `Did you mean ${near}?` : `Assumptions: ${ids.join(', ')}`;
      throw new Failure('usage', `there is no assumption ${quote(id)}`, hint);
    }
    readOwnValue(found, id, text);
    return [id, text];
  });
  return run.planbook(Object.fromEntries(lengths));
}

const targetKept = ({ profile }: Journey): Target | undefined =>
  profile.target && { stage: 'certificate', day: profile.target };

/** Assumptions of the stages that are open and lead to those asked for. */
function assumptionsIn(
  asked: readonly StageId[],
  { expected }: PlanView['forward'],
  rulebook: Rulebook,
  today: CivilDate,
): RuleInForce[] {
  const done = expected.filter((each) => each.done).map(({ stage }) => stage.id);
  const reached = asked.flatMap((id) => stagesTo(id, rulebook.steps));
  const open = stages.flatMap(({ id }) => (done.includes(id) ? [] : (reached.find((each) => each.id === id) ?? [])));
  return open
    .flatMap(({ takes }) => takes)
    .flatMap((id) => rulebook.inForce(id, today) ?? [])
    .filter(({ kind }) => kind === 'assumption');
}
