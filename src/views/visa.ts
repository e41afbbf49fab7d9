// The visa queue: where one stands first, then how the cut-off moved, and how long it may take.
import { type Chart, chartTitles } from '../domain/bulletin.ts';
import { addToMonth, monthOf, monthTitle } from '../domain/bulletin-month.ts';
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { VisaCase } from '../domain/visa-case.ts';
import { categories } from '../domain/visa-category.ts';
import type { Estimate } from '../domain/visa-estimate.ts';
import type { Move } from '../domain/visa-movement.ts';
import type { Position } from '../domain/visa-position.ts';
import { candidateData, warningBlock } from './status.ts';
import type { Block, Data, View } from './view.ts';
import { estimateBlocks, estimateData } from './visa-estimate.ts';
import { moveCells, moveColumns, moveSheet, retrogressionText, sumText } from './visa-movement.ts';
import { bulletinText, columnText, standingText, toneOf, whereText } from './visa-standing.ts';
import { IMPORT_BULLETIN, visaWarnings } from './visa-warnings.ts';

export interface VisaView {
  readonly visa: VisaCase;
  /** the country in words */
  readonly place: string;
  readonly position: Position;
  /** by the bulletin of next month, where it is out already */
  readonly coming: Position | undefined;
  /** by the other chart */
  readonly other: Position;
  /** the last twelve months, and the month before them */
  readonly movement: readonly Move[];
  readonly start: Move | undefined;
  readonly estimate: Estimate | { readonly untold: string } | undefined;
  readonly journey: Journey | undefined;
  /** something given stands in place of what is recorded */
  readonly isTry: boolean;
  readonly today: CivilDate;
}

export function visaView(view: VisaView): View {
  const { visa, place, position, coming, other, today, journey, isTry } = view;
  const { title } = categories[visa.category];
  const blocks: Block[] = [
    {
      type: 'title',
      text: journey ? ['Visa queue of ', { user: journey.profile.name }] : 'Visa queue',
      aside: `as of ${dayDate(today)}`,
    },
    ...(isTry ? [{ type: 'callout', label: 'Only a try', text: 'Nothing is recorded.', tone: 'soon' } as const] : []),
    { type: 'paragraph', text: standingText(position, visa), tone: toneOf(position) },
    {
      type: 'fields',
      fields: [
        { label: 'Priority date', text: shortDate(visa.priority) },
        { label: 'Category', text: `${visa.category}, ${title}` },
        { label: 'Chargeability', text: `${place}${columnText(position)}` },
        { label: capital(chartTitles[position.chart]), text: whereText(position) },
        ...(coming?.bulletin ? [{ label: `From ${monthTitle(coming.bulletin)} on`, text: whereText(coming) }] : []),
        { label: capital(chartTitles[other.chart]), text: whereText(other) },
      ],
    },
    ...visaWarnings(view).map(warningBlock),
    ...movementBlocks(view),
    ...(view.estimate && position.bulletin ? estimateBlocks(view.estimate, position.bulletin) : []),
    nextBlock(coming ?? position, today),
    { type: 'paragraph', text: INDEPENDENT, tone: 'faint' },
  ];
  return { name: 'visa', today, data: dataOf(view), blocks, sheet: moveSheet(view.movement) };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const INDEPENDENT =
  'This tool is independent of the US Department of State. What counts is the official Visa Bulletin. USCIS says each month which of the two charts it takes.';

function movementBlocks({ movement, start, position }: VisaView): Block[] {
  const known = movement.filter(({ cutoff }) => cutoff !== null);
  if (known.length < 2) return [];
  return [
    { type: 'heading', text: 'How the cut-off moved' },
    { type: 'table', columns: moveColumns, rows: movement.map(moveCells) },
    { type: 'paragraph', text: [sumText(start, position), retrogressionText(movement)].filter(Boolean).join(' ') },
  ];
}

/** The month after the last bulletin known, or this month's where none is. */
function nextBlock({ bulletin }: Position, today: CivilDate): Block {
  const now = monthOf(today);
  const wanted = bulletin === null ? now : addToMonth(bulletin, 1);
  const when = wanted > now ? ' when it is out' : '';
  const text = `Import ${bulletinText(wanted)}${when}: save its page from travel.state.gov as HTML first.`;
  return { type: 'callout', label: 'Next', text, command: IMPORT_BULLETIN };
}

const sourceData = ({ entry }: Position): Data | null =>
  entry && { from: entry.from, file: entry.file ?? null, at: entry.at, by: entry.by };

function positionData(position: Position): Data {
  const { current, cutoff, chart, bulletin, gap, behind, reason, entry } = position;
  return {
    current,
    cutoff,
    chart,
    bulletin,
    gap,
    behind,
    column: entry?.area ?? null,
    reason,
    source: sourceData(position),
  };
}

function dataOf(view: VisaView): Data {
  const { visa, position, coming, other, movement, estimate, journey } = view;
  return {
    candidate: journey ? candidateData(journey) : null,
    priority: visa.priority,
    category: visa.category,
    chargeability: visa.chargeability,
    ...positionData(position),
    movement,
    retrogressions: movement.filter(({ kind }) => kind === 'back').map(({ month }) => month),
    estimate: estimate ? estimateData(estimate) : null,
    coming: coming ? positionData(coming) : null,
    other: positionData(other),
    warnings: visaWarnings(view),
  };
}

const SET = 'ascpi visa set --priority <date> --category EB-3 --chargeability <country>';

/** Where no priority date is recorded: that is an answer too. */
export function noCaseView(chart: Chart, today: CivilDate, journey: Journey | undefined): View {
  const reason = 'no priority date with its category and country of birth is recorded';
  return {
    name: 'visa',
    today,
    data: {
      candidate: journey ? candidateData(journey) : null,
      priority: null,
      category: null,
      chargeability: null,
      current: null,
      cutoff: null,
      chart,
      bulletin: null,
      gap: null,
      behind: 0,
      column: null,
      reason,
      source: null,
      movement: [],
      retrogressions: [],
      estimate: null,
      coming: null,
      other: null,
      warnings: [],
    },
    blocks: [
      { type: 'paragraph', text: `Not known: ${reason}.` },
      {
        type: 'callout',
        label: 'Next',
        text: 'Record the priority date of your petition, its category and your country of birth.',
        command: SET,
      },
      { type: 'paragraph', text: INDEPENDENT, tone: 'faint' },
    ],
    sheet: moveSheet([]),
  };
}
