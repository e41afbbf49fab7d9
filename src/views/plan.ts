// A plan: what is expected when, and, for a target, by when each step must be over.
import type { Calibration } from '../domain/calibration.ts';
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import { endOf } from '../domain/derivation.ts';
import type { Journey } from '../domain/journey.ts';
import type { Fees, Money } from '../domain/money.ts';
import type { Expected, Forward } from '../domain/plan.ts';
import type { Backward } from '../domain/plan-backward.ts';
import type { Retake } from '../domain/retake.ts';
import { describeValue, type RuleInForce } from '../domain/rule.ts';
import type { StageId } from '../domain/stages.ts';
import type { Timeline } from '../domain/timeline.ts';
import { type Collision, collisionWarning } from '../domain/validity.ts';
import { observedText, unreadBlocks } from './calibration.ts';
import { dateNote, toneOf } from './dates.ts';
import { planData } from './plan-data.ts';
import { warningBlock } from './status.ts';
import type { Bar, Block, Cell, Item, View } from './view.ts';

export interface PlanView {
  readonly journey: Journey;
  readonly timeline: Timeline;
  readonly forward: Forward;
  /** when final scores are expected, whatever the target */
  readonly scores: Expected | undefined;
  readonly backward: (Backward & { readonly retake: Retake }) | undefined;
  /** days to spare before the target or the last sitting, where there is one */
  readonly slack: ReadonlyMap<StageId, number>;
  readonly fees: Fees;
  readonly attempts: { readonly used: number; readonly left: number | undefined };
  /** assumptions that act in this plan */
  readonly assumptions: readonly RuleInForce[];
  /** papers that end before the stage that needs them is over */
  readonly collisions: readonly Collision[];
  /** what was tried, in words; empty for a plan of what is */
  readonly tried: readonly string[];
  /** what waits took in this store, where it holds enough journeys to look */
  readonly observed?: { readonly rows: readonly Calibration[]; readonly unread: readonly string[] } | undefined;
}

const open = (expected: readonly Expected[]) => expected.filter(({ done }) => !done);

/** Nothing waits for the final scores, so no plan leads over them; whoever waits for them looks for them after the exam. */
function withScores({ forward: { expected }, scores }: PlanView): readonly Expected[] {
  const at = expected.findIndex(({ stage }) => stage.id === 'exam') + 1;
  const isThere = expected.some(({ stage }) => stage.id === 'scores');
  if (!scores || isThere || at === 0 || at === expected.length) return expected;
  return expected.toSpliced(at, 0, scores);
}

export function planView(plan: PlanView): View {
  const { journey, timeline, backward, tried, observed } = plan;
  const expected = withScores(plan);
  const blocks: Block[] = [
    { type: 'title', text: ['Plan of ', { user: journey.profile.name }], aside: `as of ${dayDate(timeline.today)}` },
    ...(tried.length > 0
      ? [
          {
            type: 'callout',
            label: 'Only a try',
            text: `${tried.join(', ')}. Nothing is recorded.`,
            tone: 'soon',
          } as const,
        ]
      : []),
    ...(backward ? backwardBlocks(backward) : []),
    ...plan.collisions.map((each) => warningBlock(collisionWarning(each))),
    { type: 'heading', text: 'Expected' },
    open(expected).length > 0
      ? {
          type: 'items',
          items: open(expected).map((each) => expectedItem(each, plan.slack.get(each.stage.id), observed?.rows)),
        }
      : { type: 'paragraph', text: 'All steps are behind you.' },
    ...unreadBlocks(observed?.unread ?? []),
    ...picture(expected, timeline),
    ...ahead(timeline),
    ...moneyBlocks(plan),
    ...assumptionBlocks(plan.assumptions),
  ];
  return { name: 'plan', today: timeline.today, data: planData(plan), blocks };
}

function expectedItem(
  { stage, earliest, latest, chain, unknown }: Expected,
  slack: number | undefined,
  rows: readonly Calibration[] = [],
): Item {
  const when = earliest === latest ? dayDate(latest) : `${dayDate(earliest)} to ${dayDate(latest)}`;
  const waits = stage.after.length > 0 ? `waits for ${stage.after.join(' and ')}` : '';
  const takes = chain.filter(({ kind }) => kind === 'rule' || kind === 'assumption').map(({ value }) => value);
  const took = rows.filter(({ id }) => id === stage.id).flatMap((row) => observedText(row) ?? []);
  const spare = slack === undefined ? '' : slack < 0 ? `${-slack} days short` : `${slack} days to spare`;
  const isAssumed = chain.some(({ kind }) => kind === 'assumption');
  const untold = unknown.length > 0 ? 'how long it takes is not known; no time is counted for it' : '';
  const details = [...takes, untold, ...took, waits, spare].filter((text) => text !== '');
  return { mark: 'bullet', label: stage.title, text: `${when}${isAssumed ? ' (assumed)' : ''}`, details };
}

const verdictTexts = {
  feasible: 'Feasible: it works even when everything takes its longest.',
  tight: 'Tight: it works only if some waits end early, or with little time left over.',
  infeasible: 'Infeasible: not even the shortest waits fit.',
} as const;

function backwardBlocks({
  steps,
  verdict,
  binding,
  shortage,
  retake,
  day,
  target,
}: Backward & { retake: Retake }): Block[] {
  const rows = steps.map(({ title, by, slack }): Cell[] => [
    { value: title },
    { value: by, text: dayDate(by) },
    { value: slack, text: slack < 0 ? `${-slack} days short` : `${slack} days` },
  ]);
  const columns = [
    { key: 'step', title: 'Step' },
    { key: 'by', title: 'Latest day' },
    { key: 'slack', title: 'Slack' },
  ];
  const decides =
    binding === null ? '' : ` What decides: ${binding}${shortage > 0 ? `, short by ${shortage} days` : ''}.`;
  const again =
    retake.fits === null ? '' : ` One failed attempt would ${retake.fits ? 'still fit' : 'not fit any more'}.`;
  return [
    {
      type: 'callout',
      label: `${steps.find(({ id }) => id === target)?.title ?? target} by ${dayDate(day)}`,
      text: `${verdictTexts[verdict]}${decides}${again}`,
      tone: verdict === 'feasible' ? 'good' : verdict === 'tight' ? 'soon' : 'bad',
    },
    ...(rows.length > 0 ? [{ type: 'table', columns, rows } as const] : []),
  ];
}

function picture(expected: readonly Expected[], { today, dates, running }: Timeline): Block[] {
  const window = dates.find(({ id, attempt }) => id === 'exam-window' && attempt === running.number);
  const bars: Bar[] = [
    ...expected.map(
      ({ stage, earliest, latest, done }): Bar => ({
        label: stage.title,
        kind: done || earliest === latest ? 'fact' : 'range',
        from: earliest,
        to: latest,
      }),
    ),
    ...(window?.start && window.date
      ? [{ label: 'Exam window', kind: 'window', from: window.start, to: window.date } as const]
      : []),
  ];
  const days = [today, ...bars.flatMap(({ from, to }) => [from, to])].sort();
  const [from, to] = [days[0], days.at(-1)] as [CivilDate, CivilDate];
  return from === to
    ? []
    : [
        { type: 'heading', text: 'Timeline' },
        { type: 'bars', from, to, today, bars },
      ];
}

function ahead({ dates }: Timeline): Block[] {
  const coming = dates.filter(({ daysLeft, state }) => state !== 'met' && daysLeft >= 0);
  if (coming.length === 0) return [];
  const sorted = [...coming].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  return [
    { type: 'heading', text: 'Dates ahead' },
    {
      type: 'items',
      items: sorted.map((date) => ({ mark: 'bullet', label: date.title, text: dateNote(date), tone: toneOf(date) })),
    },
  ];
}

export const moneyText = ({ amount, currency }: Money) => `${currency} ${amount}`;

/** How recent it must be, nobody has published. */
const RECENCY = {
  label: 'Experience',
  text: 'How recent it is counts again from the new application. The limit is not known here.',
};

function moneyBlocks({ fees, attempts, timeline }: PlanView): Block[] {
  const paid = fees.paid.map(moneyText).join(' and ') || 'none recorded';
  const risk = fees.atRisk
    ? `${moneyText(fees.atRisk)}${fees.atRiskBasis === 'rule' ? ' (the last known fee, not recorded)' : ''}`
    : 'nothing now';
  const left = attempts.left === undefined ? 'not known' : String(attempts.left);
  return [
    { type: 'heading', text: 'Attempts and money' },
    {
      type: 'fields',
      fields: [
        { label: 'Attempts used on this route', text: `${attempts.used}, left ${left}` },
        { label: 'Fees paid', text: paid },
        { label: 'Lost if the window lapsed', text: risk },
        ...(timeline.running.number > 1 ? [RECENCY] : []),
      ],
    },
  ];
}

function assumptionBlocks(assumptions: readonly RuleInForce[]): Block[] {
  if (assumptions.length === 0) return [];
  return [
    { type: 'heading', text: 'Assumptions: nobody has published these lengths' },
    {
      type: 'items',
      items: assumptions.map(({ id, title, value, replaces }) => ({
        mark: 'bullet',
        label: id,
        text: `${title}: ${describeValue(value)}${replaces ? ' (your own value)' : ''}`,
      })),
    },
    { type: 'paragraph', text: ['Try another: ', { command: 'ascpi plan --assume <id>=<period>' }], tone: 'faint' },
  ];
}
