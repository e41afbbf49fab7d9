// Adds cut-offs to those that are known. What took the place of what is told, and nothing is taken away.
import { type Cell, type Cutoff, type Entry, keyOf, type Origin } from './bulletin.ts';

export interface Added {
  readonly entries: readonly Entry[];
  readonly added: readonly Cell[];
  readonly same: readonly Cell[];
  /** cells that held another cut-off before */
  readonly replaced: readonly { readonly cell: Cell; readonly was: Cutoff }[];
}

/** The entries with some cells more. What a cell holds already is not recorded again. */
export function addCells(entries: readonly Entry[], cells: readonly Cell[], origin: Origin): Added {
  const last = new Map(entries.map((entry) => [keyOf(entry), entry.cutoff]));
  const [added, same, fresh]: [Cell[], Cell[], Entry[]] = [[], [], []];
  const replaced: Added['replaced'][number][] = [];
  for (const cell of cells) {
    const was = last.get(keyOf(cell)) ?? null;
    if (was === cell.cutoff) {
      same.push(cell);
      continue;
    }
    if (was === null) added.push(cell);
    else replaced.push({ cell, was });
    last.set(keyOf(cell), cell.cutoff);
    fresh.push({ ...cell, ...origin });
  }
  return { entries: [...entries, ...fresh], added, same, replaced };
}
