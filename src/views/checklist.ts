// What to prepare, step by step, with boxes that are ticked or not.
import { type Checklist, type ChecklistItem, isFor } from '../domain/checklist.ts';
import type { CivilDate } from '../domain/civil-date.ts';
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
  /** item id to the day it was ticked */
  readonly ticked: ReadonlyMap<string, CivilDate>;
  readonly today: CivilDate;
}

export function checklistView({ journey, credential, route, checklists, ticked, today }: ChecklistInput): View {
  const who = { country: journey.profile.country, code: credential.code, route };
  const lists = checklists.map((list) => ({ ...list, items: list.items.filter((item) => isFor(item, who)) }));
  const data = {
    candidate: candidateData(journey),
    steps: lists.map(({ step, title, items }) => ({
      id: step,
      title,
      items: items.map(({ id, title: name, detail, pitfalls, source, checked, confidence }) => ({
        id,
        title: name,
        detail,
        pitfalls,
        source,
        checked,
        confidence,
        ticked: ticked.get(id) ?? null,
      })),
    })),
  };
  const all = lists.flatMap(({ items }) => items);
  const count = all.filter(({ id }) => ticked.has(id)).length;
  const blocks: Block[] = [
    {
      type: 'title',
      text: ['Checklist for ', { user: journey.profile.name }, `, ${credential.id}`],
      aside: `${count} of ${all.length} ticked`,
    },
    ...lists.flatMap(({ step, title, items }): Block[] => [
      { type: 'heading', text: `${stepNumber(step)} ${title}` },
      { type: 'items', items: items.map((item) => itemOf(item, ticked.get(item.id))) },
    ]),
    { type: 'paragraph', text: ['Tick an item: ', { command: 'ascpi check <item>' }], tone: 'faint' },
  ];
  return { name: 'checklist', today, data, blocks };
}

function itemOf(item: ChecklistItem, tickedOn: CivilDate | undefined): Item {
  const details: Text[] = [item.detail, ...item.pitfalls.map((pitfall) => `Pitfall: ${pitfall}`)];
  return {
    mark: tickedOn ? 'ticked' : 'unticked',
    text: [{ strong: item.title }, ` [${item.id}]`],
    ...(tickedOn ? { aside: tickedOn, tone: 'faint' as const } : {}),
    details: tickedOn ? [] : details,
  };
}
