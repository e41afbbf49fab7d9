// What offers come to in a year, side by side: only what is money, its arithmetic, and what is missing for a total.
import { moneyText } from '../domain/money.ts';
import { type Offer, offerParts, partNames } from '../domain/offer.ts';
import { type Yearly, type YearlyPart, yearlyOf, yearlyParts } from '../domain/offer-total.ts';
import { totalText } from './offer-text.ts';
import type { Block, Cell, Item } from './view.ts';

interface Side {
  readonly letter: string;
  readonly yearly: Yearly;
}

export function yearlyBlocks(offers: readonly { readonly offer: Offer; readonly letter: string }[]): Block[] {
  const sides = offers.map(({ offer, letter }): Side => ({ letter, yearly: yearlyOf(offer) }));
  if (sides.every(({ yearly }) => yearly.lines.length === 0)) return [];
  const columns = [
    { key: 'what', title: 'Part' },
    ...sides.map(({ letter }) => ({ key: letter.toLowerCase(), title: letter })),
  ];
  const total = [
    { value: 'Total' },
    ...sides.map(({ yearly }) => ({ value: totalText(yearly), text: [{ strong: totalText(yearly) }] })),
  ];
  return [
    { type: 'heading', text: 'In a year' },
    { type: 'table', columns, rows: [...yearlyParts.map((part) => rowOf(part, sides)), total] },
    { type: 'items', items: sides.flatMap(howItems) },
    ...sides.flatMap(lackBlock),
    ...differenceBlock(sides),
  ];
}

const rowOf = (part: YearlyPart, sides: readonly Side[]): Cell[] => [
  { value: offerParts[part].title, text: offerParts[part].title },
  ...sides.map(({ yearly }): Cell => {
    const line = yearly.lines.find((each) => each.part === part);
    const text = line?.money ? moneyText(line.money) : (line?.how.split(',')[0] ?? 'missing');
    return { value: text, text };
  }),
];

/** Where the number comes from, for every part that was worked out. */
const howItems = ({ letter, yearly }: Side): Item[] =>
  yearly.lines.map(({ part, how }) => ({ mark: 'bullet', label: letter, text: `${offerParts[part].title}: ${how}` }));

const lackBlock = ({ letter, yearly }: Side): Block[] =>
  yearly.missing.length === 0
    ? []
    : [
        {
          type: 'callout',
          label: `Total ${letter}`,
          text: `not whole without ${partNames(yearly.missing)}.`,
          tone: 'soon',
        },
      ];

/** Only whole totals of one currency can be set against each other. */
function differenceBlock(sides: readonly Side[]): Block[] {
  const totals = sides.flatMap(({ yearly }) => yearly.totals);
  const [currency = '', ...others] = new Set(totals.map((total) => total.currency));
  if (others.length > 0) {
    const text = 'nothing is converted, so the totals can not be set against each other.';
    return [{ type: 'callout', label: 'Currencies', text, tone: 'soon' }];
  }
  if (sides.some(({ yearly }) => yearly.missing.length > 0)) return [];
  const [first = 0, second = 0] = totals.map(({ amount }) => amount);
  const letters = sides.map(({ letter }) => letter);
  const [high, low] = first > second ? letters : letters.reverse();
  const more = moneyText({ amount: Math.abs(first - second), currency });
  const text =
    first === second ? 'both come to the same in a year.' : `${high} comes to ${more} more in a year than ${low}.`;
  return [{ type: 'callout', label: 'Difference', text: `${text} Only what is money is counted.` }];
}
