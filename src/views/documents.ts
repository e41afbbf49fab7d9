// Papers and how far each has come, with the days that have passed since.
import type { ChecklistItem, Tick } from '../domain/checklist.ts';
import { dayDate, daysBetween } from '../domain/civil-date.ts';
import type { Document } from '../domain/document.ts';
import { documentStates } from '../domain/fact.ts';
import type { Journey } from '../domain/journey.ts';
import { dateNamed, type Timeline } from '../domain/timeline.ts';
import { dateData, dateNote, daysText } from './dates.ts';
import { candidateData } from './status.ts';
import type { Block, Item, Text, View } from './view.ts';

export interface DocumentsInput {
  readonly journey: Journey;
  readonly timeline: Timeline;
  readonly papers: readonly ChecklistItem[];
  readonly known: ReadonlyMap<string, Document>;
  readonly ticks: ReadonlyMap<string, Tick>;
}

/** Dates that follow from papers. */
const dateIds = ['transcript-check', 'transcript-review'];

export function documentsView({ journey, timeline, papers, known, ticks }: DocumentsInput): View {
  const { today } = timeline;
  const dates = dateIds.flatMap((id) => dateNamed(timeline, id) ?? []);
  const open = dates.filter(({ state }) => state !== 'met');
  const blocks: Block[] = [
    { type: 'title', text: ['Papers of ', { user: journey.profile.name }] },
    papers.length > 0
      ? {
          type: 'items',
          items: papers.map((paper) => itemOf(paper, known.get(paper.id), ticks.get(paper.id), timeline)),
        }
      : { type: 'paragraph', text: 'Which papers are needed is not known here; look at the page of the credential.' },
    ...open.map(
      (date): Block => ({
        type: 'callout',
        label: date.title,
        text: `${dateNote(date)}.`,
        ...(date.id === 'transcript-check' ? { command: 'ascpi documents names' } : {}),
        tone: date.state === 'missed' ? 'bad' : 'plain',
      }),
    ),
  ];
  return {
    name: 'documents',
    today,
    data: {
      candidate: candidateData(journey),
      documents: papers.map(({ id, title }) => {
        const paper = known.get(id);
        const days = paper ? daysBetween(paper.since, today) : null;
        return {
          id,
          title,
          state: paper?.furthest ?? null,
          since: paper?.since ?? null,
          days,
          from: paper?.from ?? null,
          name: paper?.name ?? null,
          validUntil: ticks.get(id)?.validUntil ?? paper?.validUntil ?? null,
          ticked: ticks.get(id)?.on ?? null,
          states: Object.fromEntries(documentStates.map((state) => [state, paper?.states[state]?.on ?? null])),
        };
      }),
      dates: dates.map(dateData),
    },
    blocks,
  };
}

function itemOf(item: ChecklistItem, paper: Document | undefined, tick: Tick | undefined, { today }: Timeline): Item {
  const days = paper ? daysText(daysBetween(today, paper.since)) : '';
  const details: Text[] = [
    ...(paper
      ? [
          documentStates
            .flatMap((state) => paper.states[state] ?? [])
            .map(({ state, on }) => `${state} ${on}`)
            .join(', '),
        ]
      : []),
    ...(paper?.from ? [['by ', { user: paper.from }] as const] : []),
    ...(paper?.name ? [['under the name ', { user: paper.name }] as const] : []),
    ...(tick?.validUntil ? [`valid until ${dayDate(tick.validUntil)}`] : []),
  ];
  return {
    mark: tick ? 'ticked' : 'unticked',
    text: [{ strong: item.title }, ` [${item.id}]`],
    aside: paper ? `${paper.furthest}, ${days}` : '',
    ...(tick ? { tone: 'faint' as const } : {}),
    details,
  };
}
