// How two spellings of one name differ: case and accents, order, missing words, or something that only a person can judge.
import { searchable } from './text.ts';

/** From harmless to serious. */
export const likenesses = ['same', 'spelling', 'order', 'shorter', 'part-differs', 'different'] as const;
export type Likeness = (typeof likenesses)[number];

export interface NameDifference {
  readonly likeness: Likeness;
  /** words of the one that are not in the other, as written */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

/** Words without case, accents and punctuation: `Dela-Cruz` is two. */
const wordsOf = (name: string): string[] => name.split(/[\s\p{P}]+/u).filter((word) => word !== '');

export function compareNames(first: string, second: string): NameDifference {
  const [one, other] = [wordsOf(first), wordsOf(second)];
  const onlyFirst = without(one, other);
  const onlySecond = without(other, one);
  return { likeness: likenessOf(first, second, { one, other, onlyFirst, onlySecond }), onlyFirst, onlySecond };
}

interface Words {
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

function likenessOf(first: string, second: string, { one, other, onlyFirst, onlySecond }: Words): Likeness {
  if (first.trim().normalize() === second.trim().normalize()) return 'same';
  if (onlyFirst.length + onlySecond.length === 0) return folded(one) === folded(other) ? 'spelling' : 'order';
  if (onlyFirst.length === 0 || onlySecond.length === 0) return 'shorter';
  return onlyFirst.length < one.length ? 'part-differs' : 'different';
}

const folded = (words: readonly string[]): string => words.map(searchable).join(' ');

/** Each word is taken once: `Santos Santos` has one more than `Santos`. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = others.map(searchable);
  return words.filter((word) => {
    const index = left.indexOf(searchable(word));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
