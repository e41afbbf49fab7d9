// A scenario: what is tried together in one plan: facts, lengths that are assumed, and a target.
import * as v from 'valibot';
import type { CivilDate } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import { parseDate } from './parse-date.ts';
import type { StageId } from './stages.ts';
import { lineShape } from './text.ts';
import { addAssignment, NOTHING, type WhatIf } from './what-if.ts';

export interface Target {
  readonly stage: StageId;
  readonly day: CivilDate;
}

export interface Scenario {
  readonly name: string;
  readonly whatIf: WhatIf;
  /** lengths by the id of their assumption, as typed */
  readonly assume: Readonly<Record<string, string>>;
  readonly target: Target | undefined;
  /** what is tried, in the words it was typed in, the target apart */
  readonly tried: readonly string[];
}

export const AS_IT_IS: Scenario = { name: 'as it is', whatIf: NOTHING, assume: {}, target: undefined, tried: [] };

/** Each target is an option: the day by which that stage is to be over. */
const targets = { by: 'certificate', 'exam-by': 'exam', 'start-work': 'work' } as const satisfies Record<
  string,
  StageId
>;
const ASSUME = 'assume.';

/**
 * A scenario with assignments added: `admission=2026-12-20`, `assume.transcript=6w`, `by=2027-06-01`, several joined
 * by commas. They win over what was there. Fails with `usage`.
 */
export function addToScenario(before: Scenario, texts: readonly string[]): Scenario {
  const each = texts.flatMap((text) => text.split(','));
  const isTarget = (text: string) => Object.keys(targets).includes(text.split('=')[0] ?? '');
  if (each.filter(isTarget).length > 1) {
    throw new Failure('usage', 'a plan has one target', 'Give one of --by, --exam-by, --start-work');
  }
  const after = each.reduce(addOne, before);
  const tried = [...before.tried, ...each.filter((text) => !isTarget(text))];
  const byKey = new Map(tried.map((text) => [text.split('=')[0], text]));
  return { ...after, tried: [...byKey.values()] };
}

function addOne(before: Scenario, text: string): Scenario {
  const at = text.indexOf('=');
  const [key, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  if (Object.keys(targets).includes(key)) {
    return { ...before, target: { stage: targets[key as keyof typeof targets], day: parseDate(value) } };
  }
  if (!key.startsWith(ASSUME)) return { ...before, whatIf: addAssignment(before.whatIf, text) };
  const id = key.slice(ASSUME.length);
  if (id && value && !value.includes('=')) return { ...before, assume: { ...before.assume, [id]: value } };
  throw new Failure('usage', `${quote(text.slice(ASSUME.length))} assumes nothing`, 'Write it like transcript=6w');
}

/** One file with a scenario. */
export const scenarioFileShape = v.strictObject({
  name: v.optional(lineShape(60)),
  set: v.optional(v.array(lineShape(200))),
  exam: v.optional(lineShape(40)),
  result: v.optional(lineShape(40)),
  assume: v.optional(v.record(v.string(), lineShape(40))),
  by: v.optional(lineShape(40)),
  examBy: v.optional(lineShape(40)),
  startWork: v.optional(lineShape(40)),
});
export type ScenarioFile = v.InferOutput<typeof scenarioFileShape>;

/** What a file says, written as assignments. */
export function assignmentsIn({ set = [], assume = {}, ...file }: ScenarioFile): string[] {
  const one = (key: string, value: string | undefined) => (value === undefined ? [] : [`${key}=${value}`]);
  return [
    ...set,
    ...one('exam', file.exam),
    ...one('result', file.result),
    ...Object.entries(assume).map(([id, length]) => `${ASSUME}${id}=${length}`),
    ...one('by', file.by),
    ...one('exam-by', file.examBy),
    ...one('start-work', file.startWork),
  ];
}
