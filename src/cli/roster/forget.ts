// What is remembered of a journey elsewhere goes with it: what the guide last saw, and the setting that names it.
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
import type { Run } from '../run.ts';

export async function forget(id: string, run: Run): Promise<void> {
  const { seen = {}, ...others } = readGuideMemory(run.home());
  if (Object.hasOwn(seen, id)) {
    const { [id]: _gone, ...left } = seen;
    writeGuideMemory(run.home(), Object.keys(left).length > 0 ? { ...others, seen: left } : others);
  }
  if (run.settings().candidate !== id) return;
  const { writeSettings } = await import('../../stores/write-settings.ts');
  await writeSettings(run.home(), ({ candidate, ...kept }) => (candidate === id ? kept : { ...kept, candidate }));
}
