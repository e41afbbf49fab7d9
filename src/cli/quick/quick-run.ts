// A run whose members read only what this program wrote and checked; to ask for any other is to leave.
import type { Journey } from '../../domain/journey.ts';
import { isJourneyId } from '../../domain/journey-id.ts';
import { rulebookFrom } from '../../domain/rulebook.ts';
import { layoutOf } from '../../stores/file-layout.ts';
import { homeFolder } from '../../stores/home.ts';
import { type JourneyFile, journeyFile } from '../../stores/journey-file-names.ts';
import { type GistSource, idsIn, visitGists } from '../../stores/kept-gists.ts';
import { readSealed } from '../../stores/sealed-journey.ts';
import type { Store } from '../../stores/store.ts';
import type { BareContext } from '../bare-context.ts';
import type { Context } from '../context.ts';
import type { Globals } from '../global-options.ts';
import type { Run } from '../run.ts';
import type { Compiled } from './compiled-data.ts';
import { compiledRules } from './compiled-rules.ts';
import { plainSettings } from './plain-settings.ts';
import { leave } from './too-much.ts';

/** The one thing that is written: for the next list, and never missed where it can't be. */
const keep: GistSource['keep'] = async (...what) => (await import('../../stores/keep-gists.ts')).keepGists(...what);

export function quickRun(bare: BareContext, globals: Globals, { texts }: Compiled): Run {
  const home = homeFolder(bare.platform, bare.env, leave);
  const layout = layoutOf(home);
  const settings = plainSettings(layout.settings);
  const rulebook = rulebookFrom(compiledRules(bare.dataFolder, texts));
  const load = (id: string): Journey => (isJourneyId(id) ? readSealed(journeyFile(layout, id), leave) : leave());
  const list = () => idsIn(layout);
  const read = (file: JourneyFile) => readSealed(file, leave);
  const store = {
    list: async () => list(),
    load: async (id) => load(id),
    visitGists: (gisting, visit) => visitGists({ layout, read, keep }, gisting, visit),
  } satisfies Partial<Store>;
  return {
    // Deciding asks for nothing else of it, and what is not there fails, which is to leave.
    context: bare as Context,
    globals,
    today: globals.today,
    home: () => home,
    settings: () => settings,
    store: () => store as unknown as Store,
    storeAddress: leave,
    openStore: leave,
    surroundings: leave,
    close: async () => {},
    rulebook: () => rulebook,
    planbook: leave,
    credentials: leave,
    checklists: leave,
    boards: leave,
    criteria: leave,
    journey: async () => load(chosen(globals.candidate ?? settings.candidate, list)),
    journeyNamed: async (id) => load(id),
    secret: leave,
    recorder: leave,
    progress: () => () => {},
  };
}

/** The journey that is named, or the only one. */
function chosen(named: string | undefined, list: () => string[]): string {
  if (named !== undefined) return named.toLowerCase();
  const [only, ...others] = list();
  return only === undefined || others.length > 0 ? leave() : only;
}
