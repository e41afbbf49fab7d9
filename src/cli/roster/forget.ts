// What is remembered of a journey elsewhere goes with it: what the guide last saw, and the setting that names it.
import { forgetCandidate } from '../../stores/forget-candidate.ts';
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
import type { Run } from '../run.ts';

export async function forget(id: string, run: Run): Promise<void> {
  const { seen = {}, ...others } = readGuideMemory(run.home());
  if (Object.hasOwn(seen, id)) {
    const { [id]: _gone, ...left } = seen;
    writeGuideMemory(run.home(), Object.keys(left).length > 0 ? { ...others, seen: left } : others);
  }
  await forgetCandidate(run.home(), id);
}
