// The interview sheet: every question with boxes for the answer, room for notes, and how to verify what is said.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Criterion } from '../domain/criterion.ts';
import { answerWords, handleOf, titleOf } from './agency-blocks.ts';
import { sourceItems } from './source-items.ts';
import type { Block, Item, View } from './view.ts';

export function interviewSheetView(criteria: readonly Criterion[], today: CivilDate): View {
  const blocks: Block[] = [
    { type: 'title', text: 'Interview of a staffing agency', aside: 'the same questions to each' },
    {
      type: 'items',
      items: [
        { mark: 'bullet', text: 'Agency', blanks: ['Name'] },
        { mark: 'bullet', text: 'Spoken with', blanks: ['Day', 'Name'] },
      ],
    },
    ...criteria.flatMap(questionBlocks),
    { type: 'heading', text: 'Sources' },
    { type: 'items', items: sourceItems(criteria, titleOf) },
    {
      type: 'callout',
      label: 'Then',
      text: 'record what you heard, so that it can be compared:',
      command: 'ascpi agency answer "<name>" <criterion> yes|no|unknown --evidence "<text>"',
    },
  ];
  const pages = { columns: 2, most: 3 };
  return { name: 'agency-sheet', today, data: { criteria: criteria.map(criterionData) }, blocks, pages };
}

/** What the answer rests on. */
const seen: Item = { mark: 'bullet', text: 'Read, heard or seen', blanks: ['Day', 'Notes'] };

function questionBlocks(criterion: Criterion): Block[] {
  const { question, why, verify, absence, redFlag, notes, number } = criterion;
  const boxes = (['yes', 'no', 'unknown'] as const).map((id): Item => ({ mark: 'unticked', text: answerWords[id] }));
  const remarks: readonly (readonly [label: string, text: string])[] = [
    ['Why', why],
    ...verify.map((way) => ['Verify', way] as const),
    ['If no, it proves', absence.proves],
    ['It does not prove', absence.doesNotProve],
    ...(redFlag
      ? [[`Red flag if ${redFlag.when.map((id) => answerWords[id]).join(' or ')}`, redFlag.text] as const]
      : []),
    ...notes.map((note) => ['Note', note] as const),
  ];
  const handle = number === undefined ? handleOf(criterion) : '';
  return [
    { type: 'heading', text: `${redFlag ? 'Red flag: ' : ''}${titleOf(criterion)}${handle}` },
    { type: 'paragraph', text: question },
    { type: 'items', items: [...boxes, seen] },
    { type: 'items', items: remarks.map(([label, text]): Item => ({ mark: 'bullet', text: `${label}: ${text}` })) },
  ];
}

const criterionData = ({ $schema: _schema, number, redFlag, ...criterion }: Criterion) => ({
  number: number ?? null,
  ...criterion,
  redFlag: redFlag ?? null,
});
