// The visa queue: where one stands first, then how the cut-off moved, and how long it may take.
import { type Chart, chartTitles } from '../domain/bulletin.ts';
import { addToMonth, type Month, monthOf, monthTitle } from '../domain/bulletin-month.ts';
import { areas } from '../domain/chargeability.ts';
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import type { Warning } from '../domain/contradictions.ts';
import type { Journey } from '../domain/journey.ts';
import type { VisaCase } from '../domain/visa-case.ts';
import { categories } from '../domain/visa-category.ts';
import type { Estimate } from '../domain/visa-estimate.ts';
import type { Move } from '../domain/visa-movement.ts';
import type { Position } from '../domain/visa-position.ts';
import { candidateData, warningBlock } from './status.ts';
import type { Block, Data, Tone, View } from './view.ts';
import { estimateBlocks, estimateData } from './visa-estimate.ts';
import { cutoffText, moveCells, moveColumns, retrogressionText, sumText } from './visa-movement.ts';

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

const IMPORT = 'ascpi visa bulletin import <file>';

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
    ...warningsOf(view).map(warningBlock),
    ...movementBlocks(view),
    ...(view.estimate && position.bulletin ? estimateBlocks(view.estimate, position.bulletin) : []),
    nextBlock(coming ?? position, today),
    { type: 'paragraph', text: INDEPENDENT, tone: 'faint' },
  ];
  return { name: 'visa', today, data: dataOf(view), blocks };
}

const INDEPENDENT =
  'This tool is independent of the US Department of State. What counts is the official Visa Bulletin. USCIS says each month which of the two charts it takes.';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;
const bulletinText = (month: Month): string => `the bulletin of ${monthTitle(month)}`;

/** The answer in one sentence. */
function standingText({ current, reason, bulletin, cutoff, gap }: Position, { priority }: VisaCase): string {
  if (current === null || bulletin === null || cutoff === null) return `Not known: ${reason ?? 'nothing says it'}.`;
  if (cutoff === 'C') return `Current: ${bulletinText(bulletin)} has no cut-off for you (C).`;
  if (cutoff === 'U') return `Not current: ${bulletinText(bulletin)} has no visas for you at all (U).`;
  const mine = `your priority date, ${shortDate(priority)}, is`;
  const theirs = `the cut-off of ${bulletinText(bulletin)}, ${shortDate(cutoff)}`;
  if (gap === 0) return `Not current: ${mine} ${theirs}, and it has to be earlier than that.`;
  const count = days(Math.abs(gap ?? 0));
  return current
    ? `Current: ${mine} ${count} earlier than ${theirs}.`
    : `Not current: ${mine} ${count} later than ${theirs}.`;
}

const toneOf = ({ current }: Position): Tone => (current === null ? 'soon' : current ? 'good' : 'plain');

const columnText = ({ entry }: Position): string => (entry ? ` (column: ${areas[entry.area].title})` : '');

/** `cut-off 1 Dec 2017 in March 2019, not current` */
function whereText({ current, bulletin, cutoff, entry }: Position): string {
  if (bulletin === null || cutoff === null) return 'not known';
  const source = entry?.from === 'hand' ? ', recorded by hand' : '';
  return `${cutoffText(cutoff)} in ${monthTitle(bulletin)}, ${current ? 'current' : 'not current'}${source}`;
}

function warningsOf({ position, coming, today }: Pick<VisaView, 'position' | 'coming' | 'today'>): Warning[] {
  return [...goingBack(position, coming), ...oldBulletin(position, today)];
}

function goingBack({ current }: Position, coming: Position | undefined): Warning[] {
  if (current !== true || coming?.current !== false || coming.bulletin === null) return [];
  return [
    {
      id: 'visa-going-back',
      message: `${bulletinText(coming.bulletin)} is known already, and by it you are not current any more`,
      hint: 'Ask today who files your petition what can still be done this month',
    },
  ];
}

function oldBulletin({ bulletin, behind }: Position, today: CivilDate): Warning[] {
  if (bulletin === null || behind === 0) return [];
  const [month, now] = [monthTitle(bulletin), monthTitle(monthOf(today))];
  return [
    {
      id: 'visa-bulletin-old',
      message: `the last bulletin known is of ${month}, ${behind} month${behind === 1 ? '' : 's'} before ${now}; a case that was current may have gone back since`,
      hint: `Import the newer ones: ${IMPORT}`,
    },
  ];
}

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
  return { type: 'callout', label: 'Next', text, command: IMPORT };
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
    warnings: warningsOf(view),
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
  };
}
