// What an import did or would do to each candidate, or all that is wrong in its file.
import type { CivilDate } from '../domain/civil-date.ts';
import type { ImportFault } from '../domain/import-fault.ts';
import type { ImportState, Planned } from '../domain/import-plan.ts';
import type { Block, Cell, View } from './view.ts';

export interface ImportInput {
  readonly planned: readonly Planned[];
  readonly faults: readonly ImportFault[];
  readonly delimiter?: string;
  readonly unknown: readonly string[];
  readonly proved: ReadonlyMap<string, string>;
  readonly source: { readonly encoding: string };
  readonly dryRun: boolean;
  readonly today: CivilDate;
}

export function importView(input: ImportInput): View {
  const { faults, planned, dryRun, today } = input;
  const isRefused = faults.length > 0;
  const count = (state: ImportState) => (isRefused ? 0 : planned.filter((each) => each.state === state).length);
  const counts = { new: count('new'), changed: count('changed'), same: count('same') };
  const candidates = planned.map(({ line, state, journey, changes }) => ({ line, id: journey.id, state, changes }));
  return {
    name: 'candidates-import',
    today,
    data: {
      dryRun,
      ...counts,
      faults,
      candidates: isRefused ? [] : candidates,
      delimiter: input.delimiter ?? null,
      encoding: input.source.encoding,
      dateFormats: Object.fromEntries(input.proved),
      unknownColumns: input.unknown,
    },
    blocks: isRefused ? faultBlocks(faults) : doneBlocks(input, counts),
  };
}

function faultBlocks(faults: readonly ImportFault[]): Block[] {
  const columns = [
    { key: 'line', title: 'Line', align: 'right' as const },
    { key: 'column', title: 'Column' },
    { key: 'value', title: 'Value' },
    { key: 'reason', title: 'Reason' },
  ];
  const rows = faults.map(({ line, column, letter, value, reason }): Cell[] => [
    { value: line },
    { value: column, text: [{ user: column ?? '' }, letter ? ` (${letter})` : ''] },
    { value, text: { user: oneLine(value ?? '') } },
    // A reason repeats what stands in the file where that tells more.
    { value: reason, text: { user: oneLine(reason) } },
  ]);
  return [{ type: 'table', columns, rows }];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function doneBlocks({ planned, dryRun }: ImportInput, counts: Readonly<Record<ImportState, number>>): Block[] {
  const isIdle = counts.new + counts.changed === 0;
  const said = dryRun ? 'Would import' : 'Imported';
  const sums = `${counts.new} new, ${counts.changed} changed, ${counts.same} the same`;
  const text = isIdle ? `Nothing to change: ${sums}.` : `${said}: ${sums}.`;
  const told = planned.filter(({ state }) => state === 'changed' || (dryRun && state === 'new'));
  const shown = dryRun ? told : told.slice(0, TOLD_AT_MOST);
  const more = told.length - shown.length;
  return [
    { type: 'paragraph', text, tone: 'good' },
    ...(shown.length > 0 ? [planTable(shown)] : []),
    ...(more > 0 ? [{ type: 'paragraph', text: `And ${more} more that changed.` } as const] : []),
  ];
}

/** Once it is done; a dry run tells all. */
const TOLD_AT_MOST = 20;

/** What changes is told in both; who is new only before it is done. */
function planTable(planned: readonly Planned[]): Block {
  const columns = [
    { key: 'line', title: 'Line', align: 'right' as const },
    { key: 'id', title: 'Id' },
    { key: 'name', title: 'Name' },
    { key: 'state', title: 'State' },
    { key: 'changes', title: 'Changes' },
  ];
  const rows = planned.map(({ line, state, journey, changes }): Cell[] => [
    { value: line },
    { value: journey.id },
    { value: journey.profile.name, text: { user: journey.profile.name } },
    { value: state },
    { value: changes.join('; '), text: { user: changes.join('; ') } },
  ]);
  return { type: 'table', columns, rows };
}
