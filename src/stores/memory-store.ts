// Keeps journeys in memory: for trying things out, and for tests. Holds text, so that no caller can change what is kept.
import type { Journey } from '../domain/journey.ts';
import { parseJourneyId } from '../domain/journey-id.ts';
import { journeyText } from './journey-text.ts';
import type { Store } from './store.ts';
import { checkRevision, missing } from './store-failures.ts';

interface Kept {
  readonly revision: number;
  readonly current: string;
  readonly previous: string | undefined;
}

export function openMemoryStore(): Store {
  const kept = new Map<string, Kept>();
  const find = (id: string): Kept => {
    const found = kept.get(parseJourneyId(id));
    if (found === undefined) throw missing(id);
    return found;
  };

  return {
    address: 'memory:',

    async list() {
      return [...kept.keys()].sort();
    },

    async load(id) {
      return journeyOf(find(id).current);
    },

    async save(journey) {
      const before = kept.get(parseJourneyId(journey.id));
      const current = journeyText(journey);
      checkRevision(before?.revision ?? 0, journey);
      kept.set(journey.id, { revision: journey.revision, current, previous: before?.current });
    },

    async remove(id) {
      find(id);
      kept.delete(id);
    },

    async previous(id) {
      const { previous } = find(id);
      return previous === undefined ? undefined : journeyOf(previous);
    },

    async close() {},
  };
}

// Only texts that were checked are kept.
const journeyOf = (text: string): Journey => JSON.parse(text);
