// What is held of one candidate, what an erasure reaches and what it does not, and who was not touched for long.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { historyView } from './history.ts';
import { fieldLabels, fieldsOf, fieldText } from './profile.ts';
import type { Block, Item, View } from './view.ts';

interface Elsewhere {
  readonly what: string;
  readonly remedy: string;
}

export interface HeldInput {
  readonly journey: Journey;
  readonly previous: Journey | undefined;
  readonly seen: object | undefined;
  readonly isDraft: boolean;
  readonly isChosen: boolean;
  readonly backups: readonly {
    readonly path: string;
    readonly made: string;
    readonly encrypted: boolean;
    readonly isThere: boolean;
  }[];
  readonly elsewhere: readonly Elsewhere[];
  readonly goneOut: readonly Elsewhere[];
  readonly today: CivilDate;
}

export function heldView({
  journey,
  previous,
  seen,
  isDraft,
  isChosen,
  backups,
  elsewhere,
  goneOut,
  today,
}: HeldInput): View {
  const { id, profile } = journey;
  const fields = fieldsOf(profile).map((field) => ({
    label: fieldLabels[field],
    text: { user: fieldText(field, profile[field]) },
  }));
  // All of it, also what is dated after the day of the answer.
  const facts = historyView(journey, '9999-12-31' as CivilDate).blocks.slice(1);
  const also = [
    ...(previous ? [`the version before, with ${previous.facts.length} facts`] : []),
    ...(seen ? ['what the guide remembers: the day it was last looked at, and its dates then'] : []),
    ...(isDraft ? ['an unfinished start under this name'] : []),
    ...(isChosen ? ['the setting that names this candidate'] : []),
  ];
  const places = backups.map(({ path, made, encrypted, isThere }): Item => {
    const how = [
      `made ${made.slice(0, 10)}`,
      ...(encrypted ? ['encrypted'] : []),
      ...(isThere ? [] : ['not there any more']),
    ];
    return { mark: 'bullet', text: ['backup ', { user: path }, ` (${how.join(', ')})`] };
  });
  return {
    name: 'privacy-export',
    today,
    data: {
      candidate: { id, name: profile.name },
      journey,
      previous: previous ?? null,
      guide: seen ?? null,
      chosen: isChosen,
      backups,
      elsewhere,
      goneOut,
    },
    blocks: [
      { type: 'title', text: ['All that is held of ', { user: profile.name }, ` (${id})`] },
      { type: 'fields', fields },
      { type: 'heading', text: 'Recorded' },
      ...facts,
      { type: 'heading', text: 'Also held' },
      {
        type: 'items',
        items: [
          ...also.map((text): Item => ({ mark: 'bullet', text })),
          ...places,
          ...[...elsewhere, ...goneOut].map(leftItem),
        ],
      },
    ],
  };
}

export type Erased = string;

export interface ErasureInput {
  readonly id: string;
  readonly name: string | undefined;
  readonly erased: readonly Erased[];
  readonly left: readonly Elsewhere[];
  readonly dryRun: boolean;
  readonly today: CivilDate;
}

export function erasureView({ id, name, erased, left, dryRun, today }: ErasureInput): View {
  const who = name === undefined ? [id] : [{ user: name }, ` (${id})`];
  return {
    name: 'privacy-erase',
    today,
    data: { dryRun, candidate: { id, name: name ?? null }, erased, left },
    blocks: [
      {
        type: 'paragraph',
        text: [`${dryRun ? 'Would erase' : 'Erased'} all that can be reached of `, ...who, ':'],
        tone: 'good',
      },
      { type: 'items', items: erased.map((text): Item => ({ mark: 'done', text: { user: text } })) },
      { type: 'heading', text: 'Not reached' },
      { type: 'items', items: left.map(leftItem) },
    ],
  };
}

const leftItem = ({ what, remedy }: Elsewhere): Item => ({
  mark: 'bullet',
  text: { user: what },
  details: [{ user: remedy }],
});

export interface UntouchedInput {
  readonly months: number;
  readonly before: CivilDate;
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly touched: CivilDate | null }[];
  readonly total: number;
  readonly unread: readonly string[];
  readonly today: CivilDate;
}

export function untouchedView({ months, before, candidates, total, unread, today }: UntouchedInput): View {
  const said = `${candidates.length} of ${total} candidates were not touched since ${dayDate(before)}, ${months} months ago.`;
  const columns = [
    { key: 'id', title: 'Candidate' },
    { key: 'name', title: 'Name' },
    { key: 'touched', title: 'Last recorded' },
  ];
  const rows = candidates.map(({ id, name, touched }) => [
    { value: id },
    { value: name, text: { user: name } },
    { value: touched, text: touched === null ? 'nothing recorded' : dayDate(touched) },
  ]);
  const table: Block[] = rows.length > 0 ? [{ type: 'table', columns, rows }] : [];
  return {
    name: 'privacy-report',
    today,
    data: { months, before, total, candidates, unread },
    blocks: [{ type: 'paragraph', text: said }, ...table],
  };
}
