// All agencies: red flags on top, a verdict in words, and the questions to ask next.
import type { Assessment } from '../domain/agency-verdict.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Criterion } from '../domain/criterion.ts';
import { OWN_RECORD, openItems, titleOf, verdictBlocks } from './agency-blocks.ts';
import { agencyData } from './agency-data.ts';
import type { Block, Cell, View } from './view.ts';

/** Of the open questions so many are shown; `agency show` has all. */
const NEXT = 3;

export interface AgenciesInput {
  readonly assessments: readonly Assessment[];
  readonly criteria: readonly Criterion[];
  readonly today: CivilDate;
}

export function agenciesView({ assessments, criteria, today }: AgenciesInput): View {
  const flaggedFirst = [...assessments].sort((one, other) => Number(isFlagged(other)) - Number(isFlagged(one)));
  return {
    name: 'agency',
    today,
    data: { agencies: flaggedFirst.map(agencyData) },
    blocks: flaggedFirst.length === 0 ? noneBlocks(criteria) : someBlocks(flaggedFirst),
    sheet: { columns, rows: flaggedFirst.map(cellsOf) },
  };
}

const columns = [
  { key: 'name', title: 'Name' },
  { key: 'state', title: 'State' },
  { key: 'verdict', title: 'Verdict' },
  { key: 'redFlags', title: 'Red flags' },
  { key: 'open', title: 'Open' },
];

const cellsOf = ({ agency, verdict, redFlags, open }: Assessment): Cell[] => [
  { value: agency.name },
  { value: verdict.id },
  { value: verdict.text },
  { value: redFlags.map(({ criterion }) => criterion.id).join(' ') },
  { value: open.map(({ id }) => id).join(' ') },
];

const isFlagged = ({ redFlags }: Assessment): boolean => redFlags.length > 0;

const noneBlocks = (criteria: readonly Criterion[]): Block[] => [
  { type: 'paragraph', text: 'No staffing agency is recorded yet. For each, these are asked:' },
  { type: 'items', items: criteria.map((criterion) => ({ mark: 'bullet', text: titleOf(criterion) })) },
  { type: 'callout', label: 'Read', text: 'why each matters, and how to verify it:', command: 'ascpi agency sheet' },
  { type: 'callout', label: 'Begin', text: 'with the name of an agency:', command: 'ascpi agency add "<name>"' },
];

const someBlocks = (assessments: readonly Assessment[]): Block[] => [
  { type: 'title', text: 'Staffing agencies', aside: `${assessments.length} recorded` },
  ...assessments.flatMap(agencyBlocks),
  OWN_RECORD,
  {
    type: 'callout',
    label: 'Next',
    text: 'see all answers of one, and all open questions:',
    command: 'ascpi agency show "<name>"',
  },
];

function agencyBlocks(assessment: Assessment): Block[] {
  const { agency, open } = assessment;
  const more = open.length - NEXT;
  return [
    { type: 'heading', text: { user: agency.name } },
    ...verdictBlocks(assessment),
    ...(open.length > 0
      ? [
          { type: 'paragraph', text: `Ask next${more > 0 ? `, and ${more} more` : ''}:` } as const,
          { type: 'items', items: openItems(open.slice(0, NEXT)) } as const,
        ]
      : []),
  ];
}
