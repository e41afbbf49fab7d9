// The bulletins of a store: read and checked, and changed by some cells.
import { bulletinsShape, type Cell, type Entry, type Origin } from '../../domain/bulletin.ts';
import { type Added, addCells } from '../../domain/bulletin-adding.ts';
import { Failure } from '../../domain/failure.ts';
import { readShape } from '../../domain/shape.ts';
import type { Change } from '../command.ts';
import type { Run } from '../run.ts';

interface Kept {
  readonly revision: number;
  readonly entries: readonly Entry[];
}

/** Fails with `damaged` or `machine`. */
export async function readBulletins(run: Run): Promise<Kept> {
  const document = await run.store().readShared('bulletins');
  if (!document) return { revision: 0, entries: [] };
  const read = readShape(bulletinsShape, document.value);
  if (read.ok) return { revision: document.revision, entries: read.value.entries };
  throw new Failure(
    'damaged',
    `can't use the bulletins of ${run.store().address}: ${read.faults[0]}; nothing was changed`,
    'They are in shared/bulletins.json, with the version before them beside it',
  );
}

export interface Batch {
  readonly cells: readonly Cell[];
  readonly from: Origin['from'];
  readonly file?: string;
}

/** All batches or none. Fails with `usage` where a cell holds another cut-off already, unless forced. */
export function addBatches(run: Run, kept: Kept, batches: readonly Batch[]): Added & { readonly save: Change[] } {
  const { by, at } = run.recorder();
  let sum: Added = { entries: kept.entries, added: [], same: [], replaced: [] };
  for (const { cells, from, file } of batches) {
    const next = addCells(sum.entries, cells, { from, at, by, ...(file === undefined ? {} : { file }) });
    sum = {
      entries: next.entries,
      added: [...sum.added, ...next.added],
      same: [...sum.same, ...next.same],
      replaced: [...sum.replaced, ...next.replaced],
    };
  }
  const [first] = sum.replaced;
  if (first && !run.globals.force) {
    const { month, chart, category, area, cutoff } = first.cell;
    const more = sum.replaced.length > 1 ? `, and ${sum.replaced.length - 1} more` : '';
    throw new Failure(
      'usage',
      `${month}, ${chart}, ${category}, ${area} is kept as ${first.was} and would become ${cutoff ?? 'nothing'}${more}`,
      'Look at the official page. To keep the new value: --force; the old one stays in the record',
    );
  }
  if (sum.entries === kept.entries || sum.entries.length === kept.entries.length) return { ...sum, save: [] };
  const document = { revision: kept.revision + 1, value: { entries: sum.entries } };
  return { ...sum, save: [{ shared: 'bulletins', document }] };
}
