// All that is held of one candidate, wherever it is: the one list for showing it and for erasing it.
import { existsSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { mentions, type Traces } from '../../domain/mentions.ts';
import { readBackupPlaces } from '../../stores/backup-places.ts';
import { type GuideMemory, readGuideMemory } from '../../stores/guide-memory.ts';
import { sharedNames } from '../../stores/store.ts';
import type { Run } from '../run.ts';

export interface Held {
  readonly id: string;
  /** undefined where its file can't be read, or there is none any more */
  readonly journey: Journey | undefined;
  readonly previous: Journey | undefined;
  readonly isKept: boolean;
  /** the day the guide last showed it, and the dates then */
  readonly seen: NonNullable<GuideMemory['seen']>[string] | undefined;
  readonly isDraft: boolean;
  /** whether the setting names it */
  readonly isChosen: boolean;
  readonly backups: readonly {
    readonly path: string;
    readonly made: string;
    readonly encrypted: boolean;
    readonly isThere: boolean;
  }[];
  /** what else names the candidate, and stays because it is about others too: each with what to do about it */
  readonly elsewhere: readonly { readonly what: string; readonly remedy: string }[];
}

/** Fails with `missing` where nothing is known of the id. */
export async function heldOf(id: string, run: Run): Promise<Held> {
  const store = run.store();
  const journey = await quietly(() => store.load(id));
  const previous = await quietly(() => store.previous(id));
  const isKept = journey !== undefined || previous !== undefined || (await store.list()).includes(id);
  const { seen = {}, draft } = readGuideMemory(run.home());
  const backups = readBackupPlaces(run.home()).map((place) => ({ ...place, isThere: existsSync(place.path) }));
  const known = [journey, previous].flatMap((each) => (each ? [each] : []));
  const texts = known.flatMap(({ profile: { name, email = '' } }) => [name, email]);
  const traces: Traces = { id, texts: [...new Set(texts)].filter((text) => text.length > 1) };
  const isDraft = draft !== undefined && mentions(draft, traces);
  return {
    id,
    journey,
    previous,
    isKept,
    seen: Object.hasOwn(seen, id) ? seen[id] : undefined,
    isDraft,
    isChosen: run.settings().candidate === id,
    backups,
    elsewhere: isKept ? await elsewhereOf(traces, run) : [],
  };
}

async function elsewhereOf(traces: Traces, run: Run): Promise<Held['elsewhere'][number][]> {
  const found: Held['elsewhere'][number][] = [];
  for (const other of await run.store().list()) {
    const journey = other === traces.id ? undefined : await quietly(() => run.store().load(other));
    if (journey && mentions([journey.profile, journey.facts], traces)) {
      found.push({ what: `the journey of ${other}`, remedy: `Look: ascpi candidates show ${other}` });
    }
  }
  for (const name of sharedNames) {
    const document = await quietly(() => run.store().readShared(name));
    if (document && mentions(document.value, traces)) {
      found.push({ what: `the ${name}`, remedy: `Look at what is kept there, and take the name out` });
    }
  }
  for (const [name, filter] of Object.entries(run.settings().filters ?? {})) {
    if (mentions(filter, traces))
      found.push({ what: `the filter ${name}`, remedy: `ascpi config unset filters.${name}` });
  }
  return found;
}

async function quietly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure && ['missing', 'damaged'].includes(error.kind)) return undefined;
    throw error;
  }
}

/** What left this machine, as far as the facts tell. Nothing here can call it back. */
export function goneOut({ journey, previous }: Held): { what: string; remedy: string }[] {
  const sent = [...(journey?.facts ?? []), ...(previous?.facts ?? [])].flatMap((fact) =>
    fact.kind === 'reminder' && fact.state === 'sent' ? [fact] : [],
  );
  const ways = [...new Set(sent.map(({ channel }) => channel))];
  const remedies = {
    print: { what: 'messages that were printed', remedy: 'Destroy the paper' },
    eml: { what: 'messages written to files', remedy: 'Remove the files from the folder they were written to' },
    smtp: { what: 'mails that were sent', remedy: 'Delete them from the mailbox that sent them' },
    webhook: { what: 'messages given to another program', remedy: 'Ask whoever runs it to erase them' },
  } as const;
  return ways.map((way) => remedies[way]);
}
