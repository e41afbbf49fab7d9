// Gists of journeys that are kept from run to run in one file, by the mark of each journey. It may be deleted at any time.
import { existsSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import type { Gist, MadeGist } from '../domain/gist.ts';
import type { Journey } from '../domain/journey.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import type { FileLayout } from './file-layout.ts';
import { type FileMark, isSettled, markOf } from './file-mark.ts';
import { namesIn } from './folder.ts';
import type { GistEntry, Kept } from './gist-groups.ts';
import { type JourneyFile, journeyFile } from './journey-file-names.ts';
import type { Gisting } from './store.ts';

export interface GistSource {
  readonly layout: FileLayout;
  /** Undefined where it is gone by now. */
  readonly read: (file: JourneyFile) => Journey | Failure | undefined;
  /** Hears of new ones once there are so many that reading the journeys again would take longer than keeping them. */
  readonly keep: (layout: FileLayout, made: NewEntries, stamp: string) => void | Promise<void>;
}

/** By id: what is to be kept; nothing of a journey that changed a moment ago. */
export type NewEntries = ReadonlyMap<string, GistEntry | undefined>;

/** Reading so many journeys again takes no longer than anybody notices. */
const FEW = 50;

/** Ids of all journeys in a folder, sorted. */
export const idsIn = ({ journeys }: FileLayout): string[] =>
  namesIn(journeys)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isJourneyId)
    .sort();

export async function visitGists(
  { layout, read, keep }: GistSource,
  { today, stamp, of }: Gisting,
  visit: (id: string, found: Gist | Failure) => void,
): Promise<void> {
  const ids = idsIn(layout);
  const isKeeping = ids.length > FEW;
  // What reads them is loaded where there are any, or will be: most rosters are small.
  const groups = isKeeping || existsSync(layout.gists) ? await import('./gist-groups.ts') : undefined;
  const known = groups?.openGists(layout.gists, stamp);
  const day = groups?.dayNumber(today) ?? 0;
  const made = new Map<string, GistEntry | undefined>();
  const makeAnew = (file: JourneyFile, mark: FileMark | undefined): MadeGist | Failure | undefined => {
    const found = read(file);
    const gist = found === undefined || found instanceof Failure ? found : of(found);
    if (groups && isKeeping && mark && gist && !(gist instanceof Failure))
      made.set(file.id, isSettled(mark) ? groups.gistEntry(file.id, mark, gist) : undefined);
    return gist;
  };
  try {
    for (const id of ids) {
      const file = journeyFile(layout, id);
      const kept = known?.of(id);
      // Asked before it is read: a change in between is found the next time.
      const mark = isKeeping || kept ? markOf(file.current) : undefined;
      if (kept && mark && kept.group.holds(kept.at, mark, day)) {
        visit(id, new KeptGist(kept, () => wholeOf(makeAnew(file, mark))));
        continue;
      }
      const gist = makeAnew(file, mark);
      if (gist !== undefined) visit(id, gist);
    }
  } finally {
    known?.close();
  }
  if (made.size > FEW) await keep(layout, made, stamp());
}

function wholeOf(found: Gist | Failure | undefined): Gist {
  if (found === undefined) throw new Failure('conflict', 'a journey was removed while it was read', 'Run it again');
  if (found instanceof Failure) throw found;
  return found;
}

/** What is not asked for is not read, and a part that is damaged is made anew. */
class KeptGist implements Gist {
  private readonly kept: Kept;
  private readonly anew: () => Gist;

  constructor(kept: Kept, anew: () => Gist) {
    this.kept = kept;
    this.anew = anew;
  }

  get counts() {
    return this.kept.group.counts(this.kept.at);
  }
  get profile() {
    return this.part('profile');
  }
  get standing() {
    return this.part('standing');
  }
  get fresh() {
    return this.part('fresh');
  }
  get others() {
    return this.part('others');
  }

  private part<Part extends Exclude<keyof Gist, 'counts'>>(part: Part): Gist[Part] {
    const line = this.kept.group.line(this.kept.at, part);
    return line === undefined ? this.anew()[part] : JSON.parse(line);
  }
}
