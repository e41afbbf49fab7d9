// Gists of journeys that are kept from run to run in one file, by the mark of each journey. It may be deleted at any time.
import { existsSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import type { Gist, MadeGist } from '../domain/gist.ts';
import type { Journey } from '../domain/journey.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import type { Standing } from '../domain/roster-row.ts';
import type { FileLayout } from './file-layout.ts';
import { type FileMark, isSettled, markOf } from './file-mark.ts';
import { namesIn } from './folder.ts';
import type { Kept } from './gist-groups.ts';
import { dayNumber, type GistEntry, type GistPart } from './gist-layout.ts';
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
  // What reads and what makes entries is loaded where it is needed: most rosters are small, and most lists find all as it was.
  const groups = existsSync(layout.gists) ? await import('./gist-groups.ts') : undefined;
  const known = groups?.openGists(layout.gists, stamp);
  const day = dayNumber(today);
  const anew = (file: JourneyFile): MadeGist | Failure | undefined => {
    const found = read(file);
    return found === undefined || found instanceof Failure ? found : of(found);
  };
  const standings = new Map<string, Standing>();
  const made = new Map<string, GistEntry | undefined>();
  const remember = async (id: string, mark: FileMark, gist: MadeGist) => {
    const { gistEntry } = await import('./gist-entries.ts');
    made.set(id, isSettled(mark) ? gistEntry(id, mark, gist) : undefined);
  };
  /** Journeys of which a part was damaged in what was kept. */
  const mended: (() => Promise<void>)[] = [];
  try {
    for (const id of ids) {
      const file = journeyFile(layout, id);
      const kept = known?.of(id);
      // Asked before it is read: a change in between is found the next time.
      const mark = isKeeping || kept ? markOf(file.current) : undefined;
      if (kept && mark && kept.group.holds(kept.at, mark, day)) {
        const mend = () => {
          const gist = wholeOf(anew(file));
          mended.push(() => remember(id, mark, gist));
          return gist;
        };
        visit(id, new KeptGist(kept, standings, mend));
        continue;
      }
      const gist = anew(file);
      if (gist === undefined) continue;
      visit(id, gist);
      if (isKeeping && mark && !(gist instanceof Failure)) await remember(id, mark, gist);
    }
  } finally {
    known?.close();
  }
  for (const mend of mended) await mend();
  if (made.size > FEW) await keep(layout, made, stamp());
}

function wholeOf(found: MadeGist | Failure | undefined): MadeGist {
  if (found === undefined) throw new Failure('conflict', 'a journey was removed while it was read', 'Run it again');
  if (found instanceof Failure) throw found;
  return found;
}

/** What is not asked for is not read, and a part that is damaged is made anew. */
class KeptGist implements Gist {
  constructor(
    private readonly kept: Kept,
    /** those met before, by their lines: most of a long roster are in one of a few */
    private readonly standings: Map<string, Standing>,
    private readonly mend: () => Gist,
  ) {}

  get counts() {
    return this.kept.group.counts(this.kept.at);
  }
  get profile() {
    return this.part('profile');
  }
  get standing() {
    const line = this.line('standing');
    const known = line === undefined ? undefined : this.standings.get(line);
    if (known) return known;
    const standing = this.part('standing');
    // Copied: a piece of a block would keep all of it.
    if (line !== undefined) this.standings.set(Buffer.from(line, 'latin1').toString('latin1'), standing);
    return standing;
  }
  get fresh() {
    return this.part('fresh');
  }
  get others() {
    return this.part('others');
  }

  private part<Part extends GistPart>(part: Part): Gist[Part] {
    const line = this.line(part);
    return line === undefined ? this.mend()[part] : JSON.parse(line);
  }

  private line(part: GistPart): string | undefined {
    return this.kept.group.line(this.kept.at, part);
  }
}
