// What a change of the known bulletins brought, or would bring.
import { type Cell, chartTitles } from '../domain/bulletin.ts';
import type { Added } from '../domain/bulletin-adding.ts';
import { monthTitle } from '../domain/bulletin-month.ts';
import { areas } from '../domain/chargeability.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { monthsText } from './months.ts';
import type { Block, Data, View } from './view.ts';
import { cutoffText } from './visa-movement.ts';

export const cellData = ({ month, chart, category, area, cutoff }: Cell): Data => ({
  month,
  chart,
  category,
  area,
  cutoff,
});

export interface BulletinChange {
  readonly name: string;
  readonly added: Added;
  readonly dryRun: boolean;
  readonly today: CivilDate;
  /** of files: what of them was left out */
  readonly leftOut?: readonly string[];
}

/** What was recorded of bulletins, or would be. */
export function bulletinChangeView({ name, added, dryRun, today, leftOut }: BulletinChange): View {
  const cells = [...added.added, ...added.same, ...added.replaced.map(({ cell }) => cell)];
  const months = [...new Set(cells.map(({ month }) => month))].sort();
  const fresh = added.added.length + added.replaced.length;
  const blocks: Block[] = [
    { type: 'paragraph', text: `${saidOf(fresh, dryRun)} ${monthsText(months)}.`, tone: 'good' },
    ...(cells.length === 1 ? cells.map((cell): Block => ({ type: 'paragraph', text: cellText(cell) })) : []),
    ...(added.same.length > 0 && fresh > 0 ? [faint(`${added.same.length} were known already.`)] : []),
    ...added.replaced.map(({ cell, was }) => faint(`${cellText(cell)} It was ${cutoffText(was)} before.`)),
    ...(leftOut && leftOut.length > 0
      ? [faint(`Left out, because no candidate needs them: ${leftOut.join(', ')} charts.`)]
      : []),
  ];
  return {
    name,
    today,
    data: {
      dryRun,
      months,
      added: added.added.length,
      same: added.same.length,
      replaced: added.replaced.map(({ cell, was }) => ({ ...cellData(cell), was })),
      cells: cells.map(cellData),
      ...(leftOut ? { leftOut } : {}),
    },
    blocks,
  };
}

const faint = (text: string): Block => ({ type: 'paragraph', text, tone: 'faint' });

function saidOf(fresh: number, dryRun: boolean): string {
  if (fresh === 0) return 'Nothing new: everything was known already of';
  return `${dryRun ? 'Would record' : 'Recorded'} ${fresh === 1 ? 'one cut-off' : `${fresh} cut-offs`} of`;
}

const cellText = ({ month, chart, category, area, cutoff }: Cell): string =>
  `${monthTitle(month)}, ${chartTitles[chart]}, ${category}, ${areas[area].title}: ${cutoff === null ? 'taken out' : cutoffText(cutoff)}.`;
