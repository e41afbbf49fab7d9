// What reports remember in the store: where everybody stood, by ids, under a key that tells nothing of what was searched for.
import { createHash } from 'node:crypto';
import { type Remembered, rememberedShape, type Snapshot } from '../../domain/cohort-changes.ts';
import { Failure, quote } from '../../domain/failure.ts';
import type { Filter } from '../../domain/filter.ts';
import { readShape } from '../../domain/shape.ts';
import type { Store } from '../../stores/store.ts';

export interface Memory {
  readonly revision: number;
  readonly value: Remembered;
}

/** Fails with `damaged` where the document is none of reports. */
export async function readMemory(store: Store): Promise<Memory> {
  const { revision, value } = (await store.readShared('report')) ?? { revision: 0, value: { reports: [] } };
  const read = readShape(rememberedShape, value);
  if (read.ok) return { revision, value: read.value };
  throw new Failure(
    'damaged',
    `can't use what reports remember in ${store.address}: ${quote(read.faults[0] ?? '')}; nothing was changed`,
    'It was kept as it is in shared/report.json. The version before it stands beside it as report.previous.json',
  );
}

/** The same for the same conditions; a search may hold a name, so that only its fingerprint is kept. */
export function keyOf(filter: Filter): string {
  const conditions = Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(conditions)).digest('hex').slice(0, 16);
}

export const lastOf = ({ value }: Memory, key: string): Snapshot | undefined =>
  value.reports.find((each) => each.key === key);
