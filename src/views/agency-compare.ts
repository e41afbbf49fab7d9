// Two agencies side by side: red flags, verdicts, offers with the totals of a year, answers, and what is missing.
import type { Asked, Assessment } from '../domain/agency-verdict.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { missingParts, type Offer, offerPartIds, offerParts, partNames } from '../domain/offer.ts';
import { yearlyOf } from '../domain/offer-total.ts';
import { answerWords, flagItems, OWN_RECORD, titleOf } from './agency-blocks.ts';
import { agencyData } from './agency-data.ts';
import { isOffered, partText, totalText } from './offer-text.ts';
import type { Block, Cell, Column, Item, Sheet, Text, View } from './view.ts';
import { yearlyBlocks } from './yearly-blocks.ts';

const letters = ['A', 'B'] as const;

export function comparisonView(pair: readonly [Assessment, Assessment], today: CivilDate): View {
  const sides = pair.map((assessment, index) => ({ assessment, letter: letters[index] ?? '' }));
  const blocks: Block[] = [
    { type: 'title', text: 'Two agencies side by side' },
    {
      type: 'fields',
      fields: sides.map(({ assessment, letter }) => ({ label: letter, text: { user: assessment.agency.name } })),
    },
    ...sides.flatMap(({ assessment, letter }) => verdictOf(assessment, letter)),
    { type: 'heading', text: 'The offers' },
    ...offerBlocks(sides),
    ...answerBlocks(pair),
    OWN_RECORD,
    {
      type: 'callout',
      label: 'Next',
      text: 'ask what is missing, and see all open questions of one:',
      command: 'ascpi agency show "<name>"',
    },
  ];
  return { name: 'agency', today, data: { agencies: pair.map(agencyData) }, blocks, sheet: sheetOf(sides) };
}

/** Everything that people read of it, under the names of the agencies. */
function sheetOf(sides: readonly Side[]): Sheet {
  const rowOf = (what: string, of: (offer: Offer) => Text | undefined): Row => [
    what,
    ...sides.map(({ assessment }) => cell(of(assessment.agency.offer))),
  ];
  const names: Row = ['Agency', ...sides.map(({ assessment }) => ({ value: assessment.agency.name }))];
  const offers = offerPartIds.map((part) => rowOf(offerParts[part].title, (offer) => partText(part, offer)));
  const total = rowOf('In a year', (offer) => totalText(yearlyOf(offer)));
  const said = (what: string, of: (assessment: Assessment) => string): Row => [
    what,
    ...sides.map(({ assessment }) => ({ value: of(assessment) })),
  ];
  const judged = [
    said('Verdict', ({ verdict }) => verdict.text),
    said('Red flags', ({ redFlags }) => redFlags.map(({ criterion }) => titleOf(criterion)).join('; ')),
    said('Missing in the offer', ({ agency }) => partNames(missingParts(agency.offer))),
  ];
  const [first] = sides;
  const answers = (first?.assessment.asked ?? []).map(
    ({ criterion }, index): Row => [
      titleOf(criterion),
      ...sides.map(({ assessment }) => plainCell(assessment.asked[index] as Asked, assessment)),
    ],
  );
  return { columns: columnsOf('Part'), rows: [names, ...offers, total, ...judged, ...answers].map(cellsOf) };
}

/** An answer as a word, also where nobody asked. */
const plainCell = (asked: Asked, assessment: Assessment): Cell => {
  const { text, value } = answerCell(asked, assessment);
  return { value: typeof text === 'string' ? text : value };
};

interface Side {
  readonly assessment: Assessment;
  readonly letter: string;
}

function offerBlocks(sides: readonly Side[]): Block[] {
  if (!sides.some(({ assessment }) => isOffered(assessment.agency.offer))) {
    const text = ['Nothing is recorded. Record it: ', { command: 'ascpi agency offer "<name>" --pay <amount>' }];
    return [{ type: 'paragraph', text }];
  }
  return [
    sideBySide('Part', offerRows(sides)),
    ...sides.flatMap(missingBlock),
    ...yearlyBlocks(sides.map(({ assessment, letter }) => ({ offer: assessment.agency.offer, letter }))),
  ];
}

function verdictOf(assessment: Assessment, letter: string): Block[] {
  const items = flagItems(assessment).map((item): Item => ({ ...item, label: `Red flag ${letter}` }));
  const tone = items.length > 0 ? 'bad' : 'plain';
  return [
    ...(items.length > 0 ? [{ type: 'items', items } as const] : []),
    { type: 'callout', label: `Verdict ${letter}`, text: assessment.verdict.text, tone },
  ];
}

type Row = readonly [what: string, ...sides: Cell[]];

const sideBySide = (what: string, rows: readonly Row[]): Block => ({
  type: 'table',
  columns: columnsOf(what),
  rows: rows.map(cellsOf),
});

const columnsOf = (what: string): Column[] => [
  { key: 'what', title: what },
  ...letters.map((title) => ({ key: title.toLowerCase(), title })),
];

const cellsOf = ([first, ...cells]: Row): Cell[] => [{ value: first, text: first }, ...cells];

const NOT_SAID = 'not said';

/** What machines read is what people read, without its marks. */
function cell(text: Text | undefined): Cell {
  const shown = text ?? NOT_SAID;
  return { value: typeof shown === 'object' && 'user' in shown ? shown.user : String(shown), text: shown };
}

const offerRows = (sides: readonly Side[]): Row[] =>
  offerPartIds.map((part) => [
    offerParts[part].title,
    ...sides.map(({ assessment }) => cell(partText(part, assessment.agency.offer))),
  ]);

function missingBlock({ assessment, letter }: Side): Block[] {
  const missing = missingParts(assessment.agency.offer);
  if (missing.length === 0) return [];
  return [{ type: 'callout', label: `Missing in ${letter}`, text: `${partNames(missing)}.`, tone: 'soon' }];
}

function answerBlocks(pair: readonly [Assessment, Assessment]): Block[] {
  const rows = pair[0].asked.map((first, index) => ({ first, second: pair[1].asked[index] ?? first }));
  const known = rows.filter(({ first, second }) => first.answer ?? second.answer);
  const unknown = rows.filter((row) => !known.includes(row)).map(({ first }) => titleOf(first.criterion));
  const table = known.map(({ first, second }): Row => {
    const cells = [answerCell(first, pair[0]), answerCell(second, pair[1])];
    return [titleOf(first.criterion), ...cells];
  });
  return [
    { type: 'heading', text: 'The answers' },
    ...(known.length > 0 ? [sideBySide('Criterion', table)] : []),
    ...(unknown.length > 0
      ? [{ type: 'callout', label: 'Asked of neither', text: `${unknown.join('; ')}.`, tone: 'soon' } as const]
      : []),
  ];
}

function answerCell({ criterion, answer }: Asked, { redFlags }: Assessment): Cell {
  const isFlag = redFlags.some((flag) => flag.criterion === criterion);
  const text = answer ? answerWords[answer.answer] : 'not asked';
  return { value: answer?.answer ?? null, text, tone: isFlag ? 'bad' : 'plain' };
}
