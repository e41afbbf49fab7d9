// What to prepare, step by step or for an occasion, with boxes that are ticked or not.
import {
  type Applicant,
  type Checklist,
  type ChecklistItem,
  checklistId,
  daysOf,
  isFor,
  type Tick,
} from '../domain/checklist.ts';
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { boardOf, type StepsTable, stepsTables } from '../domain/steps-tables.ts';
import { whenText } from './arrival-weeks.ts';
import { sourceItems } from './source-items.ts';
import { candidateData } from './status.ts';
import type { Block, Data, Item, Text, View } from './view.ts';

export interface ChecklistInput {
  /** absent: a blank one, for anybody */
  readonly journey?: Journey | undefined;
  /** what is known of whom it is for; what is not known leaves items in */
  readonly who: Applicant;
  /** `MLS(ASCPi)`, unless it is for any credential */
  readonly credential: string | undefined;
  readonly checklists: readonly Checklist[];
  /** by the id of the item */
  readonly ticks: ReadonlyMap<string, Tick>;
  /** the day from which the weeks of some items are counted */
  readonly arrival?: CivilDate | undefined;
  readonly today: CivilDate;
}

/** The steps on the way to the credential. */
export const tableOf = ({ credential }: Pick<ChecklistInput, 'credential'>): StepsTable =>
  stepsTables[boardOf(credential ?? '')];

/** The same without the items that are not for this applicant; what is for some weeks stands in their order. */
export const applying = ({ checklists, who }: ChecklistInput): Checklist[] =>
  checklists.map((list) => ({ ...list, items: list.items.filter((item) => isFor(item, who)).sort(byWeeks) }));

const byWeeks = ({ weeks: one }: ChecklistItem, { weeks: other }: ChecklistItem): number =>
  one && other ? one.from - other.from || one.to - other.to : 0;

export function checklistView(input: ChecklistInput): View {
  const { journey, ticks, arrival, today } = input;
  const lists = applying(input);
  const hint: Block = { type: 'paragraph', text: ['Tick an item: ', { command: 'ascpi check <item>' }], tone: 'faint' };
  const blocks: Block[] = [
    { type: 'title', text: checklistTitle(input), ...(journey ? { aside: tickedOf(lists, ticks) } : {}) },
    ...lists.flatMap((list): Block[] => [
      { type: 'heading', text: checklistHeading(list, tableOf(input)) },
      { type: 'items', items: list.items.map((item) => itemOf(item, ticks.get(item.id), arrival)) },
    ]),
    ...sourceBlocks(lists),
    ...(journey ? [hint] : []),
  ];
  return { name: 'checklist', today, data: checklistData(input, lists), blocks };
}

export function checklistTitle({ journey, credential }: ChecklistInput): Text {
  if (journey) return ['Checklist for ', { user: journey.profile.name }, `, ${journey.profile.credential}`];
  return credential === undefined ? 'Checklist for ASCPi certification' : `Checklist for ${credential}`;
}

export const checklistHeading = ({ step, title }: Checklist, { ids }: StepsTable): string =>
  step === undefined ? title : `${ids.indexOf(step) + 1} ${title}`;

export function tickedOf(lists: readonly Checklist[], ticks: ChecklistInput['ticks']): string {
  const all = lists.flatMap(({ items }) => items);
  return `${all.filter(({ id }) => ticks.has(id)).length} of ${all.length} ticked`;
}

export function checklistData(
  { journey, who, credential, ticks, arrival }: ChecklistInput,
  lists: readonly Checklist[],
): Data {
  const listData = (list: Checklist) => ({
    id: checklistId(list),
    title: list.title,
    items: list.items.map(({ countries: _countries, routes: _routes, life, ...item }) => ({
      ...item,
      ticked: ticks.get(item.id)?.on ?? null,
      ...(life ? { neededUntil: life.neededUntil, validUntil: ticks.get(item.id)?.validUntil ?? null } : {}),
      ...(item.weeks ? { days: (arrival && daysOf(item.weeks, arrival)) ?? null } : {}),
    })),
  });
  const blank = {
    candidate: null,
    credential: credential ?? null,
    country: who.country ?? null,
    route: who.route ?? null,
  };
  return {
    ...(journey ? { candidate: candidateData(journey) } : blank),
    steps: lists.filter(({ step }) => step !== undefined).map(listData),
    occasions: lists.filter(({ step }) => step === undefined).map(listData),
  };
}

/** What is for an occasion is read by itself, so its sources stand with it. */
function sourceBlocks(lists: readonly Checklist[]): Block[] {
  const items = lists.filter(({ step }) => step === undefined).flatMap((list) => list.items);
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: 'Sources' },
    { type: 'items', items: sourceItems(items, ({ title }) => title) },
  ];
}

function itemOf(item: ChecklistItem, tick: Tick | undefined, arrival: CivilDate | undefined): Item {
  return {
    mark: tick ? 'ticked' : 'unticked',
    text: [{ strong: item.title }, ` [${item.id}]`],
    ...(tick ? { aside: tick.on, tone: 'faint' as const } : {}),
    details: tick
      ? validity(tick)
      : [...whenLines(item, arrival), item.detail, ...documentLine(item), ...pitfallLines(item)],
  };
}

export const validity = ({ validUntil }: Tick): Text[] => (validUntil ? [`Valid until ${dayDate(validUntil)}`] : []);

export const pitfallLines = ({ pitfalls }: ChecklistItem): Text[] => pitfalls.map((pitfall) => `Pitfall: ${pitfall}`);

/** When it is for, and where it is asked for. */
export const whenLines = ({ weeks, askedIn }: ChecklistItem, arrival: CivilDate | undefined): Text[] => [
  ...(weeks ? [`When: ${whenText(weeks, arrival)}`] : []),
  ...(askedIn ? [`Asked for in: ${Object.values(askedIn).join(', ')}`] : []),
];

/** `Issued by your employer. Copies: 1.` */
export const documentLine = ({ document }: ChecklistItem): Text[] => {
  if (!document) return [];
  return [`Issued by ${document.issuer}.${document.copies === undefined ? '' : ` Copies: ${document.copies}.`}`];
};
