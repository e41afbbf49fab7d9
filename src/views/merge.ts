// What merging two candidates does: what comes over, where they differ, and what follows from the facts of both.
import type { Journey } from '../domain/journey.ts';
import type { Difference } from '../domain/merge.ts';
import { fieldLabels, fieldText } from './profile.ts';
import { receiptView } from './receipt.ts';
import type { StatusInput } from './status.ts';
import type { Block, View } from './view.ts';

export interface MergeInput extends StatusInput {
  readonly dryRun: boolean;
  readonly second: Journey;
  readonly differences: readonly Difference[];
  readonly added: number;
  readonly before: readonly string[];
}

export function mergeView({ second, differences, added, ...input }: MergeInput): View {
  const { id, profile } = input.journey;
  const receipt = receiptView({
    ...input,
    name: 'candidates-merge',
    verb: ['Merged', 'Would merge'],
    what: [
      { user: second.profile.name },
      ` (${second.id}) into `,
      { user: profile.name },
      ` (${id}): ${counted(added)} added, and ${second.id} removed`,
    ],
    data: { removed: { id: second.id, name: second.profile.name, facts: second.facts.length }, added, differences },
  });
  const [first, ...rest] = receipt.blocks;
  return { ...receipt, blocks: [...(first ? [first] : []), ...differenceBlocks(differences), ...rest] };
}

const counted = (facts: number): string => `${facts} fact${facts === 1 ? '' : 's'}`;

function differenceBlocks(differences: readonly Difference[]): Block[] {
  if (differences.length === 0) return [];
  const keep = (kept: boolean) => (kept ? ' (kept)' : '');
  return [
    {
      type: 'fields',
      fields: differences.map(({ field, first, second, kept }) => ({
        label: fieldLabels[field],
        text: [
          { user: fieldText(field, first) },
          `${keep(kept === 'first')}; `,
          { user: fieldText(field, second) },
          keep(kept === 'second'),
        ],
      })),
    },
  ];
}

/** `mail address a@example.org (kept), b@example.org` */
export const differencesText = (differences: readonly Difference[]): string =>
  differences
    .map(({ field, first, second, kept }) => {
      const values = [first, second].map((value, index) => {
        const isKept = (index === 0) === (kept === 'first');
        return `${fieldText(field, value)}${isKept ? ' (kept)' : ''}`;
      });
      return `${fieldLabels[field].toLowerCase()} ${values.join(', ')}`;
    })
    .join('; ');
