// Keeps journeys in memory: for trying things out, and for tests. Holds text, so that no caller can change what is kept.
import type { Journey } from '../domain/journey.ts';
import { parseJourneyId } from '../domain/journey-id.ts';
import { journeyText } from './journey-text.ts';
import type { Store } from './store.ts';
import { changedMeanwhile, checkRevision, checkSharedRevision, missing } from './store-failures.ts';

interface Kept {
  readonly revision: number;
  readonly current: string;
  readonly previous: string | undefined;
}

export function openMemoryStore(): Store {
  const kept = new Map<string, Kept>();
  const documents = new Map<string, string>();
  let lastSender: Promise<unknown> = Promise.resolve();
  const find = (id: string): Kept => {
    const found = kept.get(parseJourneyId(id));
    if (found === undefined) throw missing(id);
    return found;
  };

  async function saveAll(journeys: readonly Journey[], tell: (count: number) => void = () => {}): Promise<void> {
    const texts = journeys.map((journey) => {
      const before = kept.get(parseJourneyId(journey.id));
      const current = journeyText(journey);
      checkRevision(before?.revision ?? 0, journey);
      return { id: journey.id, revision: journey.revision, current, previous: before?.current };
    });
    for (const { id, ...text } of texts) kept.set(id, text);
    tell(texts.length);
  }

  return {
    address: 'memory:',

    async list() {
      return [...kept.keys()].sort();
    },

    async load(id) {
      return journeyOf(find(id).current);
    },

    save: (journey) => saveAll([journey]),
    saveAll,

    async replaceAll(replacements) {
      const texts = replacements.map(({ journey, previous, over }) => {
        const before = kept.get(parseJourneyId(journey.id));
        // Only what was checked is kept, so nothing is ever damaged.
        if (over !== (before?.revision ?? 0)) throw changedMeanwhile(journey.id);
        const text = before?.current ?? (previous && journeyText(previous));
        return { id: journey.id, revision: journey.revision, current: journeyText(journey), previous: text };
      });
      for (const { id, ...text } of texts) kept.set(id, text);
    },

    async remove(id, revision) {
      const found = find(id);
      if (revision !== undefined && found.revision !== revision) throw changedMeanwhile(id);
      kept.delete(id);
    },

    async previous(id) {
      const { previous } = find(id);
      return previous === undefined ? undefined : journeyOf(previous);
    },

    async readShared(name) {
      const text = documents.get(name);
      return text === undefined ? undefined : JSON.parse(text);
    },

    async saveShared(name, document) {
      const before = documents.get(name);
      checkSharedRevision(before === undefined ? 0 : JSON.parse(before).revision, name, document.revision);
      documents.set(name, JSON.stringify(document));
    },

    async place(copies) {
      for (const { journey, previous } of copies) {
        const [current, before] = [journeyText(journey), previous ? journeyText(previous) : undefined];
        kept.set(parseJourneyId(journey.id), { revision: journey.revision, current, previous: before });
      }
    },

    async placeShared(name, document) {
      documents.set(name, JSON.stringify(document));
    },

    async sending(work) {
      const mine = lastSender.then(work);
      lastSender = mine.catch(() => {});
      return mine;
    },

    async close() {},
  };
}

// Only texts that were checked are kept.
const journeyOf = (text: string): Journey => JSON.parse(text);
