// What to prepare, step by step or for an occasion, with boxes that are ticked or not.
import { type Checklist, type ChecklistItem, checklistId, isFor, type Tick } from '../domain/checklist.ts';
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Credential } from '../domain/credential.ts';
import type { Journey } from '../domain/journey.ts';
import { stepNumber } from '../domain/steps.ts';
import { candidateData } from './status.ts';
import type { Block, Item, Text, View } from './view.ts';

export interface ChecklistInput {
  readonly journey: Journey;
  readonly credential: Credential;
  readonly route: number | undefined;
  readonly checklists: readonly Checklist[];
  /** by the id of the item */
  readonly ticks: ReadonlyMap<string, Tick>;
  readonly today: CivilDate;
}

export function checklistView({ journey, credential, route, checklists, ticks, today }: ChecklistInput): View {
  const who = { country: journey.profile.country, code: credential.code, route };
  const lists = checklists.map((list) => ({ ...list, items: list.items.filter((item) => isFor(item, who)) }));
  const listData = (list: Checklist) => ({
    id: checklistId(list),
    title: list.title,
    items: list.items.map(({ id, title: name, detail, pitfalls, source, checked, confidence, life }) => ({
      id,
      title: name,
      detail,
      pitfalls,
      source,
      checked,
      confidence,
      ticked: ticks.get(id)?.on ?? null,
      ...(life ? { neededUntil: life.neededUntil, validUntil: ticks.get(id)?.validUntil ?? null } : {}),
    })),
  });
  const data = {
    candidate: candidateData(journey),
    steps: lists.filter(({ step }) => step !== undefined).map(listData),
    occasions: lists.filter(({ step }) => step === undefined).map(listData),
  };
  const all = lists.flatMap(({ items }) => items);
  const count = all.filter(({ id }) => ticks.has(id)).length;
  const blocks: Block[] = [
    {
      type: 'title',
      text: ['Checklist for ', { user: journey.profile.name }, `, ${credential.id}`],
      aside: `${count} of ${all.length} ticked`,
    },
    ...lists.flatMap(({ step, title, items }): Block[] => [
      { type: 'heading', text: step === undefined ? title : `${stepNumber(step)} ${title}` },
      { type: 'items', items: items.map((item) => itemOf(item, ticks.get(item.id))) },
    ]),
    { type: 'paragraph', text: ['Tick an item: ', { command: 'ascpi check <item>' }], tone: 'faint' },
  ];
  return { name: 'checklist', today, data, blocks };
}

function itemOf(item: ChecklistItem, tick: Tick | undefined): Item {
  const details: Text[] = [item.detail, ...item.pitfalls.map((pitfall) => `Pitfall: ${pitfall}`)];
  const valid = tick?.validUntil ? [`Valid until ${dayDate(tick.validUntil)}`] : [];
  return {
    mark: tick ? 'ticked' : 'unticked',
    text: [{ strong: item.title }, ` [${item.id}]`],
    ...(tick ? { aside: tick.on, tone: 'faint' as const } : {}),
    details: tick ? valid : details,
  };
}
