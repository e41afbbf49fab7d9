// One name in several places, compared two by two, with what a difference asks for.
import type { CivilDate } from '../domain/civil-date.ts';
import { compareNames, type Likeness } from '../domain/name-check.ts';
import type { Item, Text, View } from './view.ts';

interface NamePlace {
  readonly where: string;
  readonly name: string;
}

/** What each likeness means for a candidate. How the board treats a changed name is not published. */
const advice: Readonly<Record<Likeness, string>> = {
  same: 'Written alike.',
  spelling: 'Only accents, capitals or hyphens differ. Write it alike where you still can.',
  order: 'The same words in another order. See that first and last name are in the right fields.',
  shorter: 'One of them has words that the other leaves out. Ask the board whether the shorter one is matched to you.',
  'part-differs':
    'A part differs, as after a marriage. How the board treats a changed name is not known here: ask it, and name both.',
  different: 'These are different names. Papers under another name are not matched to you: settle this first.',
};

const isHarmless = (likeness: Likeness): boolean => likeness === 'same' || likeness === 'spelling';

export function namesView(names: readonly NamePlace[], today: CivilDate): { view: View; isSettled: boolean } {
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => ({ first, second })));
  const compared = pairs.map(({ first, second }) => ({ first, second, ...compareNames(first.name, second.name) }));
  const items = compared.map(
    ({ first, second, likeness, onlyFirst, onlySecond }): Item => ({
      mark: isHarmless(likeness) ? 'done' : 'missed',
      label: `${first.where} and ${second.where}`,
      text: advice[likeness],
      tone: isHarmless(likeness) ? 'good' : 'bad',
      details: [...only(first.where, onlyFirst), ...only(second.where, onlySecond)],
    }),
  );
  const fields = names.map(({ where, name }) => ({ label: where, text: { user: name } }));
  const data = {
    names,
    comparisons: compared.map(({ first, second, likeness, onlyFirst, onlySecond }) => ({
      first: first.where,
      second: second.where,
      likeness,
      onlyFirst,
      onlySecond,
      advice: advice[likeness],
    })),
  };
  return {
    view: {
      name: 'documents-names',
      today,
      data,
      blocks: [
        { type: 'title', text: 'Your name in several places' },
        { type: 'fields', fields },
        { type: 'items', items },
        {
          type: 'paragraph',
          text: 'First and last name in the account must match the ID that you show at the centre.',
        },
      ],
    },
    isSettled: compared.every(({ likeness }) => isHarmless(likeness)),
  };
}

const only = (where: string, words: readonly string[]): Text[] =>
  words.length === 0 ? [] : [[`only in ${where}: `, { user: words.join(' ') }]];
