// Sources as a list: each once, with the day it was last checked, and what rests on it.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Confidence } from '../domain/rule.ts';
import type { Item } from './view.ts';

interface Sourced {
  readonly source: string;
  readonly checked: CivilDate;
  readonly confidence: Confidence;
}

export function sourceItems<T extends Sourced>(all: readonly T[], titleOf: (one: T) => string): Item[] {
  const cited = ({ source, checked, confidence }: T) => `${source}. Last checked ${checked}; confidence ${confidence}.`;
  return [...new Set(all.map(cited))].map((text): Item => {
    const resting = all.filter((one) => cited(one) === text);
    return { mark: 'bullet', text, details: [`${resting.map(titleOf).join('; ')}.`] };
  });
}
