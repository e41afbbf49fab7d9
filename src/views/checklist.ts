// What to prepare, step by step or for an occasion, with boxes that are ticked or not.
import { type Checklist, type ChecklistItem, checklistId, daysOf, isFor, type Tick } from '../domain/checklist.ts';
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Credential } from '../domain/credential.ts';
import type { Journey } from '../domain/journey.ts';
import { stepNumber } from '../domain/steps.ts';
import { whenText } from './arrival-weeks.ts';
import { sourceItems } from './sources.ts';
import { candidateData } from './status.ts';
import type { Block, Item, Text, View } from './view.ts';

export interface Ticker {
  readonly journey: Journey;
  readonly credential: Credential;
  readonly route: number | undefined;
}

export interface ChecklistInput {
  /** undefined where there is no journey yet: every item is shown, and none can be ticked */
  readonly ticker: Ticker | undefined;
  readonly checklists: readonly Checklist[];
  /** by the id of the item */
  readonly ticks: ReadonlyMap<string, Tick>;
  /** the day from which weeks are counted */
  readonly arrival?: CivilDate | undefined;
  readonly today: CivilDate;
}

export function checklistView({ ticker, checklists, ticks, arrival, today }: ChecklistInput): View {
  const lists = checklists.map((list) => ({ ...list, items: itemsFor(list, ticker) }));
  const listData = (list: Checklist) => ({
    id: checklistId(list),
    title: list.title,
    items: list.items.map(
      ({ id, title: name, detail, pitfalls, source, checked, confidence, life, weeks, askedIn }) => ({
        id,
        title: name,
        detail,
        pitfalls,
        source,
        checked,
        confidence,
        ticked: ticks.get(id)?.on ?? null,
        ...(life ? { neededUntil: life.neededUntil, validUntil: ticks.get(id)?.validUntil ?? null } : {}),
        ...(weeks ? { weeks, days: (arrival && daysOf(weeks, arrival)) ?? null } : {}),
        ...(askedIn ? { askedIn } : {}),
      }),
    ),
  });
  const data = {
    candidate: ticker ? candidateData(ticker.journey) : null,
    steps: lists.filter(({ step }) => step !== undefined).map(listData),
    occasions: lists.filter(({ step }) => step === undefined).map(listData),
  };
  const all = lists.flatMap(({ items }) => items);
  const count = all.filter(({ id }) => ticks.has(id)).length;
  const blocks: Block[] = [
    ticker
      ? {
          type: 'title',
          text: ['Checklist for ', { user: ticker.journey.profile.name }, `, ${ticker.credential.id}`],
          aside: `${count} of ${all.length} ticked`,
        }
      : { type: 'title', text: 'Checklist' },
    ...lists.flatMap(({ step, title, items }): Block[] => [
      { type: 'heading', text: step === undefined ? title : `${stepNumber(step)} ${title}` },
      { type: 'items', items: items.map((item) => itemOf(item, ticks.get(item.id), arrival)) },
    ]),
    ...sourceBlocks(lists),
    ticker
      ? { type: 'paragraph', text: ['Tick an item: ', { command: 'ascpi check <item>' }], tone: 'faint' }
      : { type: 'callout', label: 'Tick', text: 'begin a journey first:', command: 'ascpi start --name "<your name>"' },
  ];
  return { name: 'checklist', today, data, blocks };
}

/** What is for an occasion is read once and on paper, so its sources stand on the page. */
function sourceBlocks(lists: readonly Checklist[]): Block[] {
  const items = lists.filter(({ step }) => step === undefined).flatMap((list) => list.items);
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: 'Sources' },
    { type: 'items', items: sourceItems(items, ({ title }) => title) },
  ];
}

/** What is for this person, by weeks where it has some. */
function itemsFor({ items }: Checklist, ticker: Ticker | undefined): ChecklistItem[] {
  const { journey, credential, route } = ticker ?? {};
  const who = credential && { country: journey?.profile.country, code: credential.code, route };
  const byWeeks = ({ weeks: one }: ChecklistItem, { weeks: other }: ChecklistItem) =>
    one && other ? one.from - other.from || one.to - other.to : 0;
  return items.filter((item) => !who || isFor(item, who)).sort(byWeeks);
}

function itemOf(item: ChecklistItem, tick: Tick | undefined, arrival: CivilDate | undefined): Item {
  const { weeks, askedIn } = item;
  const details: Text[] = [
    ...(weeks ? [`When: ${whenText(weeks, arrival)}`] : []),
    item.detail,
    ...(askedIn ? [`Asked for in: ${Object.values(askedIn).join(', ')}`] : []),
    ...item.pitfalls.map((pitfall) => `Pitfall: ${pitfall}`),
  ];
  const valid = tick?.validUntil ? [`Valid until ${dayDate(tick.validUntil)}`] : [];
  return {
    mark: tick ? 'ticked' : 'unticked',
    text: [{ strong: item.title }, ` [${item.id}]`],
    ...(tick ? { aside: tick.on, tone: 'faint' as const } : {}),
    details: tick ? valid : details,
  };
}
