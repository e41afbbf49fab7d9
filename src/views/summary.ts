// What is about to be kept: the answers of a start, before anything is saved.
import { type CivilDate, longDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { type StepId, steps } from '../domain/steps.ts';
import { detailsText } from './history.ts';
import type { View } from './view.ts';

export function summaryView({ profile, facts }: Journey, today: CivilDate): View {
  const { name, credential, country, target } = profile;
  const fields = [
    { label: 'Name', text: { user: name } },
    { label: 'Credential', text: credential },
    { label: 'Country of education', text: country ?? 'left out' },
    { label: 'Certificate needed by', text: target ? longDate(target) : 'no such day' },
    ...facts.map((fact) => {
      const details = detailsText(fact);
      const title = steps[fact.kind as StepId]?.title ?? fact.kind;
      return { label: title, text: [longDate(fact.on), details ? ', ' : '', details ? { user: details } : ''] };
    }),
  ];
  return {
    name: 'summary',
    today,
    data: { profile, facts },
    blocks: [
      { type: 'title', text: 'Your answers' },
      { type: 'fields', fields },
    ],
  };
}
