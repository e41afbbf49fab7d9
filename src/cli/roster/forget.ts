// What is remembered of a journey elsewhere goes with it: what the guide last saw, the setting that names it, and reports.
import { forgetting } from '../../domain/cohort-changes.ts';
import { mentions } from '../../domain/mentions.ts';
import { forgetCandidate } from '../../stores/forget-candidate.ts';
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
import { readMemory } from '../report/memory.ts';
import type { Run } from '../run.ts';

export async function forget(id: string, run: Run, names: readonly string[] = []): Promise<void> {
  const { seen = {}, draft, ...rest } = readGuideMemory(run.home());
  const isTheirs = draft !== undefined && mentions(draft, { id, texts: names });
  const others = draft === undefined || isTheirs ? rest : { ...rest, draft };
  if (Object.hasOwn(seen, id) || isTheirs) {
    const { [id]: _gone, ...left } = seen;
    writeGuideMemory(run.home(), Object.keys(left).length > 0 ? { ...others, seen: left } : others);
  }
  await forgetCandidate(run.home(), id);
  await forgetInReports(id, run);
}

/** Kept twice, so that the version before does not name the candidate either. */
async function forgetInReports(id: string, run: Run): Promise<void> {
  const store = run.store();
  const { revision, value } = await readMemory(store);
  if (revision === 0) return;
  const left = forgetting(value, id);
  await store.saveShared('report', { revision: revision + 1, value: left });
  await store.saveShared('report', { revision: revision + 2, value: left });
}
