// What is remembered of a journey elsewhere goes with it: what the guide last saw, and the setting that names it.
import { mentions } from '../../domain/mentions.ts';
import { forgetCandidate } from '../../stores/forget-candidate.ts';
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
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
}
