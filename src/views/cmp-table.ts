// The points a cycle asks for, by area, and where they are from.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import { typedName } from '../domain/cmp-held.ts';
import type { PointsTable } from '../domain/cmp-table.ts';
import type { Journey } from '../domain/journey.ts';
import { areaTitle } from './cmp-words.ts';
import { candidateData } from './status.ts';
import type { Block, Cell, View } from './view.ts';

interface TableOf {
  readonly credential: string;
  readonly table: PointsTable | undefined;
}

export function tableView(journey: Journey, tables: readonly TableOf[], several: boolean, today: CivilDate): View {
  return {
    name: 'cmp-table',
    today,
    data: {
      candidate: candidateData(journey),
      tables: tables.map(({ credential, table }) => ({
        credential,
        basis: table?.basis ?? null,
        areas: table ? Object.entries(table.areas).map(([id, required]) => ({ id, required })) : [],
        source: table?.rule?.source ?? null,
        entered: table?.entered ?? null,
      })),
    },
    blocks: [
      { type: 'title', text: ['Points asked for, ', { user: journey.profile.name }], aside: `as of ${dayDate(today)}` },
      ...tables.flatMap((each) => tableBlocks(each, several)),
    ],
  };
}

function tableBlocks({ credential, table }: TableOf, several: boolean): Block[] {
  const command = `ascpi cmp table <area>=<points> --total <points>${several ? ` --credential ${typedName(credential)}` : ''}`;
  const heading: Block = { type: 'heading', text: credential };
  if (!table) {
    const text = 'how many points it asks for is not known here. Take them from your account:';
    return [heading, { type: 'callout', label: 'Not known', text, command }];
  }
  const columns = [
    { key: 'area', title: 'Area' },
    { key: 'required', title: 'Points', align: 'right' },
  ] as const;
  const rows = Object.entries(table.areas).map(([id, points]): Cell[] => [
    { value: id, text: areaTitle(id) },
    { value: points },
  ]);
  return [heading, { type: 'table', columns, rows }, { type: 'paragraph', text: originText(table) }];
}

function originText({ rule, entered }: PointsTable): string {
  if (entered)
    return `Taken from your account on ${dayDate(entered)}${rule ? `, in place of the rule ${rule.id}` : ''}.`;
  if (!rule) return '';
  const { source, checked, confidence, note } = rule;
  return `${source}. Last checked ${dayDate(checked)}, confidence ${confidence}.${note ? ` ${note}` : ''}`;
}
