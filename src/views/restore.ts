// What a restore does: candidate by candidate, how its copy stands to what is kept, and what becomes of it.
import type { Standing } from '../domain/backup.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Warning } from '../domain/contradictions.ts';
import type { Clash } from '../domain/journey-union.ts';
import type { Block, Column, Item, View } from './view.ts';

export interface RestoredCandidate {
  readonly id: string;
  readonly name: string;
  readonly state: Standing;
  readonly deed: 'restored' | 'merged' | 'kept' | 'refused' | 'none';
  readonly facts: { readonly kept: number; readonly copy: number };
  readonly clashes: readonly Clash[];
  /** contradictions that are there only since the two are one */
  readonly warnings: readonly Warning[];
}

export interface RestoredOther {
  readonly what: string;
  readonly state: Standing;
  readonly deed: 'restored' | 'kept' | 'none';
}

export interface RestoreInput {
  readonly dryRun: boolean;
  readonly today: CivilDate;
  readonly kind: string;
  readonly file: string | null;
  readonly made: string | null;
  readonly candidates: readonly RestoredCandidate[];
  readonly others: readonly RestoredOther[];
}

const states: Record<Standing, string> = {
  new: 'not here',
  same: 'the same',
  newer: 'more in the copy',
  older: 'more here',
  apart: 'differs',
  damaged: 'damaged here',
};

const deeds: Record<RestoredCandidate['deed'], readonly [done: string, would: string]> = {
  restored: ['restored', 'would be restored'],
  merged: ['merged', 'would be merged'],
  kept: ['left alone', 'would be left alone'],
  refused: ['refused', 'would be refused without --force'],
  none: ['nothing to do', 'nothing to do'],
};

const columns: readonly Column[] = [
  { key: 'id', title: 'Candidate' },
  { key: 'state', title: 'State' },
  { key: 'kept', title: 'Facts here', align: 'right' },
  { key: 'copy', title: 'In the copy', align: 'right' },
  { key: 'deed', title: 'What happens' },
];

export function restoreView(input: RestoreInput): View {
  const { dryRun, today, candidates, others, ...source } = input;
  const say = (deed: RestoredCandidate['deed']) => deeds[deed][dryRun ? 1 : 0];
  const changed = candidates.filter(({ deed }) => deed === 'restored' || deed === 'merged').length;
  const verb = dryRun ? 'Would bring back' : 'Brought back';
  const rows = candidates.map(({ id, state, facts, deed }) => [
    { value: id },
    { value: state, text: states[state] },
    { value: facts.kept },
    { value: facts.copy },
    { value: deed, text: say(deed) },
  ]);
  const where = source.file === null ? ['the version before'] : [{ user: source.file }];
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: [
        `${verb} ${changed} of ${candidates.length} candidate${candidates.length === 1 ? '' : 's'} from `,
        ...where,
        '.',
      ],
      tone: 'good',
    },
    ...(rows.length > 0 ? [{ type: 'table', columns, rows } as const] : []),
    ...itemsBlock([...others.map((other) => otherItem(other, say)), ...candidates.flatMap(remarks)]),
  ];
  return { name: 'restore', today, data: { dryRun, ...source, candidates, others }, blocks };
}

const itemsBlock = (items: readonly Item[]): Block[] => (items.length > 0 ? [{ type: 'items', items }] : []);

const otherItem = ({ what, state, deed }: RestoredOther, say: (deed: RestoredOther['deed']) => string): Item => ({
  mark: 'bullet',
  text: `${what}: ${states[state]}, ${say(deed)}`,
});

const remarks = ({ id, clashes, warnings }: RestoredCandidate): Item[] => [
  ...clashes.map(
    ({ path, mine, theirs }): Item => ({
      mark: 'bullet',
      text: [
        `${id}: they differ in ${path}: kept `,
        { user: valueText(mine) },
        ', the copy has ',
        { user: valueText(theirs) },
      ],
      tone: 'soon',
    }),
  ),
  ...warnings.map(
    ({ message, hint }): Item => ({ mark: 'bullet', text: [`${id}: `, { user: `${message}. ${hint}` }], tone: 'soon' }),
  ),
];

const valueText = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
