// One run: everything a command may ask for, fetched once and only when it is asked for.
import type { Board } from '../domain/board.ts';
import type { Checklist } from '../domain/checklist.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { type Credential, findCredential } from '../domain/credential.ts';
import type { Criterion } from '../domain/criterion.ts';
import type { Recorder } from '../domain/fact.ts';
import { Failure, quote } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import { isJourneyId, parseJourneyId } from '../domain/journey-id.ts';
import { once } from '../domain/once.ts';
import { readBoards, readChecklists, readCredentials, readCriteria } from '../domain/reference.ts';
import { type Rulebook, rulebookFrom } from '../domain/rulebook.ts';
import { type BoardId, boardOf } from '../domain/steps-tables.ts';
import { closest } from '../domain/suggest.ts';
import { homeFolder } from '../stores/home.ts';
import { openStore } from '../stores/index.ts';
import type { PgSurroundings } from '../stores/pg/pg-store.ts';
import { printable } from '../stores/printable.ts';
import { readSettings, type Settings } from '../stores/settings.ts';
import type { Store } from '../stores/store.ts';
import type { View } from '../views/view.ts';
import type { Confirmation } from './command.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';
import { progressOn } from './progress.ts';
import { ruleSource, whole } from './rule-source.ts';
import { surroundings } from './surroundings.ts';

export interface Run {
  readonly context: Context;
  readonly globals: Globals;
  readonly today: CivilDate;
  readonly home: () => string;
  readonly settings: () => Settings;
  readonly store: () => Store;
  /** of the store that is meant, as given or set */
  readonly storeAddress: () => string;
  /** Another store than the one that is meant. */
  readonly openStore: (address: string) => Store;
  readonly surroundings: () => PgSurroundings;
  /** Lets go of the store, if it was used. */
  readonly close: () => Promise<void>;
  readonly rulebook: () => Rulebook;
  /** the rulebook with the assumptions of plans, and the values given for them in this run */
  readonly planbook: (own: Readonly<Record<string, string>>) => Rulebook;
  readonly credentials: () => readonly Credential[];
  readonly checklists: () => readonly Checklist[];
  readonly boards: () => readonly Board[];
  readonly criteria: () => readonly Criterion[];
  /** The chosen journey, or the only one. Fails with `missing` or `usage`. */
  readonly journey: () => Promise<Journey>;
  /** The journey with this id. Fails with `missing`, suggesting the nearest. */
  readonly journeyNamed: (id: string) => Promise<Journey>;
  /** Asks for a secret without showing it. Fails with `usage` where nobody can be asked, naming what to set instead. */
  readonly secret: (question: SecretQuestion) => Promise<string>;
  readonly recorder: () => Recorder;
  /** Tells on stderr how far long work has come; nothing for short work, and with --quiet. Work on `least` is long. */
  readonly progress: (deed: string, total: number, least?: number) => (count: number) => void;
}

/** Asks which of several journeys is meant; gives its id. */
export type Choose = (store: Store, ids: readonly string[]) => Promise<string>;

/** A secret is asked for twice where a slip would lock its owner out. */
export interface SecretQuestion {
  readonly what: string;
  readonly why: string;
  readonly twice: boolean;
  /** what to do where nobody can be asked */
  readonly instead: string;
}

/** What can be asked on a terminal while a command runs. */
export interface Asking {
  readonly choose: Choose;
  /** Shows what would happen and asks for a yes. Fails with `cancelled` on anything else. */
  readonly confirm: (confirmation: Confirmation, preview: View) => Promise<void>;
  readonly secret: (question: SecretQuestion) => Promise<string>;
}

/** Of the name of a machine. */
const HOST_LIMIT = 255;

/** Without `asking` nobody can be asked; `kept` is the store that an earlier run opened. */
export function makeRun(context: Context, globals: Globals, asking?: Partial<Asking>, kept?: Store): Run {
  const { choose, secret } = asking ?? {};
  const { dataFolder } = context;
  const home = once(() => homeFolder(context.platform, context.env, context.loginHome));
  const settings = once(() => readSettings(home()));
  let opened = kept;
  const storeAddress = () => globals.store ?? settings().store ?? `file:${home()}`;
  const around = () => surroundings(context, globals, settings());
  const store = once(() => {
    opened ??= openStore(storeAddress(), around);
    return opened;
  });
  return {
    context,
    globals,
    today: globals.today,
    home,
    settings,
    store,
    storeAddress,
    openStore: (address) => openStore(address, around),
    surroundings: around,
    close: async () => opened?.close(),
    rulebook: once(() => rulebookFrom(ruleSource(dataFolder), settings().rules)),
    planbook: (own) =>
      rulebookFrom(ruleSource(dataFolder, ['rules', 'assumptions']), {
        ...settings().rules,
        ...settings().assumptions,
        ...own,
      }),
    credentials: once(() => whole(dataFolder, 'credentials', readCredentials)),
    checklists: once(() => whole(dataFolder, 'checklists', readChecklists)),
    boards: once(() => whole(dataFolder, 'boards', readBoards)),
    criteria: once(() => whole(dataFolder, 'criteria', readCriteria)),
    journey: () => chooseJourney(store(), globals.candidate, () => settings().candidate, choose),
    journeyNamed: (id) => loadNamed(store(), id),
    secret: secret ?? nobodyKnows,
    recorder: () => ({
      by: context.env['ASCPI_USER'] || context.loginName(),
      ...(store().isShared ? { host: printable(context.hostName()).slice(0, HOST_LIMIT) || 'unknown' } : {}),
      at: context
        .now()
        .toISOString()
        .replace(/\.\d{3}Z$/, 'Z'),
      newId: context.newId,
    }),
    progress: (deed, total, least) =>
      progressOn(
        isHeard(globals, context) ? context.stderr : undefined,
        deed,
        total,
        globals.accessible || settings().accessible,
        least,
      ),
  };
}

async function nobodyKnows({ what, instead }: SecretQuestion): Promise<string> {
  throw new Failure('usage', `${what} is missing`, instead);
}

/** Where a program reads stderr it finds one object there, if anything. */
const isHeard = ({ quiet, format }: Globals, { stderr }: Context): boolean =>
  !quiet && (format !== 'json' || stderr.isTTY);

const NAMED_AT_MOST = 8;
const BEGIN = 'Begin yours: ascpi start --name "<your name>"';

async function chooseJourney(
  store: Store,
  given: string | undefined,
  preset: () => string | undefined,
  choose: Choose | undefined,
): Promise<Journey> {
  const named = given ?? preset();
  if (named !== undefined) return loadNamed(store, named);
  const ids = await store.list();
  const [only] = ids;
  if (only === undefined) {
    throw new Failure('missing', 'there is no journey yet', BEGIN);
  }
  if (ids.length === 1) return store.load(only);
  if (choose) return store.load(await choose(store, ids));
  throw new Failure(
    'usage',
    `there are ${ids.length} journeys (${firstOf(ids)})`,
    'Choose one: -c <id>, or ascpi config set candidate <id>',
  );
}

async function loadNamed(store: Store, typed: string): Promise<Journey> {
  const id = parseJourneyId(isJourneyId(typed.toLowerCase()) ? typed.toLowerCase() : typed);
  try {
    return await store.load(id);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'missing') throw error;
    const ids = await store.list();
    const near = closest(id, ids);
    const hint = ids.length === 0 ? BEGIN : `There is ${firstOf(ids)}`;
    throw new Failure('missing', error.message, near ? `Did you mean ${near}?` : hint, error);
  }
}

/** The first ids, so that the line stays readable with thousands of them. */
function firstOf(ids: readonly string[]): string {
  const more = ids.length - NAMED_AT_MOST;
  return `${ids.slice(0, NAMED_AT_MOST).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** The credential of a journey, or of an answer. Fails with `usage`, suggesting the nearest. */
export function credentialNamed(run: Run, text: string, board: BoardId = 'ASCPi'): Credential {
  const all = run.credentials().filter(({ id }) => boardOf(id) === board || text.includes('('));
  const found = findCredential(all, text, board);
  if (found) return found;
  const near = closest(
    text.toUpperCase(),
    all.map(({ code }) => code),
  );
  throw new Failure(
    'usage',
    `there is no credential ${quote(text)}`,
    near ? `Did you mean ${near}?` : `Known: ${all.map(({ code }) => code).join(', ')}`,
  );
}
