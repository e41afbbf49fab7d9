// What a closed step says beside its day: the route, the exam day, the result.

import type { StepFacts } from '../domain/attempts.ts';
import { dayDate } from '../domain/civil-date.ts';
import type { StepId } from '../domain/steps.ts';
import type { Timeline } from '../domain/timeline.ts';
import type { Text } from './view.ts';

const notes: { readonly [K in StepId]: (fact: NonNullable<StepFacts[K]>) => Text } = {
  eligibility: ({ route }) => (route === undefined ? '' : `route ${route}`),
  application: ({ fee, reference }) => [
    fee ? `fee ${fee.amount} ${fee.currency}` : '',
    fee && reference ? ', ' : '',
    reference ? { user: reference } : '',
  ],
  admission: ({ windowEnd }) => (windowEnd ? `window ends ${dayDate(windowEnd)} (printed)` : ''),
  schedule: ({ exam, time, centre }) => [
    `exam on ${dayDate(exam)}${time ? ` at ${time}` : ''}`,
    centre ? ', ' : '',
    centre ? { user: centre } : '',
  ],
  exam: ({ result }) => (result === 'pass' ? 'passed, preliminary' : 'not passed, preliminary'),
  scores: ({ result, score }) =>
    `${result === 'pass' ? 'passed' : 'not passed'}${score === undefined ? '' : `, score ${score}`}`,
  certificate: ({ number, expires }) => [
    number ? 'number ' : '',
    number ? { user: number } : '',
    number && expires ? ', ' : '',
    expires ? `expires ${dayDate(expires)} (printed)` : '',
  ],
};

export function stepNote({ running, attempts }: Timeline, id: StepId): Text {
  const fact = running.facts[id] ?? attempts.findLast(({ facts }) => facts[id])?.facts[id];
  return fact ? (notes[id] as (fact: unknown) => Text)(fact) : '';
}
