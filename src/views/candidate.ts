// All that is known of one candidate: who it is, where the journey stands, notes, and what was recorded by whom and when.
import { factsOn } from '../domain/journey.ts';
import { historyView } from './history.ts';
import { fieldLabels, fieldsOf, fieldText, profileData } from './profile.ts';
import { type StatusInput, statusView } from './status.ts';
import type { Block, Item, View } from './view.ts';

export function candidateView(input: StatusInput): View {
  const { journey, timeline } = input;
  const { id, profile } = journey;
  const { today } = timeline;
  const [title, ...where] = statusView(input).blocks;
  const history = historyView(journey, today);
  const notes = factsOn(journey, today).filter((fact) => fact.kind === 'note');
  // The name and the day by which it is needed are said by the status.
  const told = fieldsOf(profile).filter((field) => field !== 'name' && field !== 'target');
  const fields = told.map((field) => ({ label: fieldLabels[field], text: { user: fieldText(field, profile[field]) } }));
  return {
    name: 'candidates-show',
    today,
    data: {
      ...statusView(input).data,
      candidate: { id, ...profileData(profile) },
      notes: notes.map(({ on, at, by, text }) => ({ on, at, by, text })),
      entries: history.data['entries'],
    },
    blocks: [
      ...(title ? [title] : []),
      { type: 'fields', fields: [{ label: 'Id', text: id }, ...fields] },
      ...where,
      ...(notes.length > 0 ? [{ type: 'heading', text: 'Notes' } as const, notesBlock(notes)] : []),
      { type: 'heading', text: 'Recorded' },
      ...history.blocks.slice(1),
    ],
  };
}

interface Note {
  readonly on: string;
  readonly by: string;
  readonly text: string;
}

const notesBlock = (notes: readonly Note[]): Block => ({
  type: 'items',
  items: notes.map(({ on, by, text }): Item => {
    const [first = '', ...others] = text.split(/\r?\n/).map((line) => line.replaceAll('\t', '    '));
    const details = others.map((line) => ({ user: line }));
    return { mark: 'bullet', label: on, text: [{ user: first }, ' (', { user: by }, ')'], details };
  }),
});
