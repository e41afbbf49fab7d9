// The checklist on paper: the steps with their days, boxes to tick, room to write, and the sources in small print.
import type { Checklist, ChecklistItem, Tick } from '../domain/checklist.ts';
import { dayDate, shortDate } from '../domain/civil-date.ts';
import type { Position, StepState } from '../domain/position.ts';
import type { StepId } from '../domain/steps.ts';
import { stepOf } from '../domain/steps-tables.ts';
import type { Timeline } from '../domain/timeline.ts';
import {
  applying,
  type ChecklistInput,
  checklistData,
  checklistHeading,
  checklistTitle,
  documentLine,
  pitfallLines,
  tableOf,
  tickedOf,
  validity,
  whenLines,
} from './checklist.ts';
import { lastingNote } from './dates.ts';
import { type Numbered, numberedSources } from './sources.ts';
import { tellingDate } from './status.ts';
import { stepNote } from './step-note.ts';
import type { Block, Item, Text, View } from './view.ts';

/** How it is spread: on two pages, each step on its own page, or with every detail where there are no pages. */
export type Layout = 'two' | 'step' | 'whole';

export interface PrintedInput extends ChecklistInput {
  readonly layout: Layout;
  /** where the candidate stands; absent on a blank one */
  readonly stand?: { readonly timeline: Timeline; readonly position: Position } | undefined;
}

export function printedChecklistView(input: PrintedInput): View {
  const { layout, today } = input;
  const lists = applying(input).filter(({ items }) => items.length > 0);
  const sources = numberedSources(lists.flatMap(({ items }) => items));
  const head = (about: readonly Checklist[]): Block[] => [
    { type: 'title', text: checklistTitle(input), aside: asideOf(input, about) },
    ...ownerBlocks(input),
  ];
  const section = (list: Checklist, numbered: Numbered): Block[] => [
    { type: 'heading', text: checklistHeading(list, tableOf(input)) },
    { type: 'items', items: list.items.map((item) => printedItem(item, input, numbered)) },
  ];
  const blocks =
    layout === 'step'
      ? lists.flatMap((list, index): Block[] => {
          const own = numberedSources(list.items);
          const day: Block[] = list.step ? [{ type: 'items', items: [dayItem(list.step, input)] }] : [];
          const page = [...head([list]), ...day, ...section(list, own), ...sourceBlocks(own)];
          return index === 0 ? page : [{ type: 'page-break' }, ...page];
        })
      : [
          ...head(lists),
          { type: 'items', items: lists.flatMap(({ step }) => (step ? [dayItem(step, input)] : [])) } as const,
          ...lists.flatMap((list) => section(list, sources)),
          ...sourceBlocks(sources),
        ];
  const isWhole = lists.length > 1 && layout === 'two';
  const pages = { columns: isWhole ? 2 : 1, most: isWhole ? 2 : 1 };
  return { name: 'checklist', today, data: checklistData(input, applying(input)), blocks, pages };
}

/** Whose it is, to be filled in by hand. */
function ownerBlocks({ journey }: PrintedInput): Block[] {
  if (journey) return [];
  return [{ type: 'items', items: ['Name', 'Notes'].map((blank) => ({ mark: 'bullet', text: '', blanks: [blank] })) }];
}

/** What a page says at its right edge: how much is done, or for whom a blank one was made. */
function asideOf({ journey, who, ticks, today }: PrintedInput, lists: readonly Checklist[]): string {
  if (journey) return `${tickedOf(lists, ticks)}, as of ${dayDate(today)}`;
  const known = [who.country, who.route === undefined ? undefined : `route ${who.route}`];
  return known.filter((each) => each !== undefined).join(', ');
}

/** One of the seven steps: the day it was recorded, or by when, or a line to write it on. */
function dayItem(id: StepId, { stand, credential }: PrintedInput): Item {
  const table = tableOf({ credential });
  const label = `${table.ids.indexOf(id) + 1} ${stepOf(id, table).title}`;
  const step: StepState | undefined = stand?.position.steps.find((each) => each.id === id);
  if (!stand || !step) return { mark: 'waiting', label, text: '', blanks: ['Done on'] };
  if (step.state === 'done' && step.on) {
    return { mark: 'done', label, text: stepNote(stand.timeline, id), aside: shortDate(step.on) };
  }
  const date = tellingDate(step, stand.timeline);
  const text = step.state === 'done' ? 'done, its day not recorded' : date ? lastingNote(date) : '';
  return { mark: step.state, label, text, blanks: ['Done on'] };
}

function printedItem(item: ChecklistItem, { ticks, layout, arrival }: PrintedInput, sources: Numbered): Item {
  const tick: Tick | undefined = ticks.get(item.id);
  const id = layout === 'whole' ? ` [${item.id}]` : '';
  const text: Text = [{ strong: item.title }, `${id}\u00a0${sources.numberOf(item)}`];
  if (tick) return { mark: 'ticked', text, aside: shortDate(tick.on), details: validity(tick) };
  const details = [
    ...whenLines(item, arrival),
    ...(layout === 'two' ? [] : [item.detail]),
    ...documentLine(item),
    ...pitfallLines(item),
  ];
  const life = item.life && !item.life.date ? ['Valid until'] : [];
  return { mark: 'unticked', text, details, blanks: ['Date', ...life, 'Notes'] };
}

const sourceBlocks = ({ lines }: Numbered): Block[] =>
  lines.map((text) => ({ type: 'paragraph', text, tone: 'faint' }));
