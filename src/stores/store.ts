// The store port: where journeys are kept, whatever keeps them. One contract suite runs on every adapter.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Channel } from '../domain/fact.ts';
import type { Failure } from '../domain/failure.ts';
import type { Gist, MadeGist } from '../domain/gist.ts';
import type { Journey } from '../domain/journey.ts';
import type { Profile } from '../domain/profile.ts';
import type { Situation } from '../domain/situation.ts';

export interface Store {
  /** What `--store` names, for messages: `file:/home/maria/.config/ascpi` */
  readonly address: string;

  /** Ids of all journeys, sorted. An empty list where nothing was ever saved; reading never creates anything. */
  list(): Promise<string[]>;

  /** Fails with `missing` (no such id), `damaged` (unreadable, wrong shape, newer version) or `machine` (I/O). */
  load(id: string): Promise<Journey>;

  /**
   * Keeps the journey whole or not at all, and the version before it as the previous one.
   * Its revision must follow the stored one (1 where nothing is stored), else fails with `conflict`.
   */
  save(journey: Journey): Promise<void>;

  /** Keeps some journeys, all or none; fails like `save`. `tell` hears how many are on the disk while it goes on. */
  saveAll(journeys: readonly Journey[], tell?: (count: number) => void): Promise<void>;

  /**
   * Puts some journeys in the place of what was found there, all or none. What can't be read is set aside first, under a
   * name with the stamp; what a newer version wrote fails with `damaged`. Fails with `conflict` where something else is
   * there by now.
   */
  replaceAll(replacements: readonly Replacement[], stamp: string): Promise<void>;

  /**
   * Erases the journey and its previous version; with a revision only if that one is stored, else fails with `conflict`.
   * Fails with `missing`.
   */
  remove(id: string, revision?: number): Promise<void>;

  /** The version before the last save, or undefined. Fails like `load`. */
  previous(id: string): Promise<Journey | undefined>;

  /** A document by its name, or undefined where it was never kept. Fails with `damaged` or `machine`. */
  readShared(name: SharedName): Promise<Shared | undefined>;

  /**
   * Keeps a document; its revision must follow the stored one (1 where nothing is stored), else fails with `conflict`.
   * With a stamp one that can't be read is set aside, as by `replaceAll`.
   */
  saveShared(name: SharedName, document: Shared, stamp?: string): Promise<void>;

  /** Keeps journeys of another store with their revisions and previous versions as they are, whatever is stored. */
  place(copies: readonly Copy[]): Promise<void>;

  /** The same for a document. */
  placeShared(name: SharedName, document: Shared): Promise<void>;

  /**
   * Runs the work while nobody else sends messages from this store. What it loads and saves is not held up, nor is
   * anybody else's saving. Fails with `conflict`, naming who sends, and with `machine`; the work is then not begun.
   */
  sending<T>(work: () => Promise<T>): Promise<T>;

  close(): Promise<void>;

  // What follows is offered by stores that can do it without reading all journeys; others are asked one by one.

  /** Ids of journeys that may fit, sorted: some may not, but none that does is left out. */
  find?(hint: Hint): Promise<string[]>;

  /**
   * How things are with candidates on a day, without reading their journeys: of those of whom it is known, which may be
   * nobody. Whoever misses one has to look at the journey.
   */
  situations?(ids: readonly string[], today: CivilDate): Promise<ReadonlyMap<string, KnownSituation>>;

  /** How many journeys there are. */
  count?(): Promise<number>;

  /** Journeys by id, those that are there; a failure in place of one that can't be read. */
  loadMany?(ids: readonly string[]): Promise<ReadonlyMap<string, Journey | Failure>>;

  /**
   * Shows the gist of each journey, in the order of ids: the one kept from before where the journey is still the same and
   * the gist holds, else a new one. A failure in place of one that can't be read.
   */
  visitGists?(gisting: Gisting, visit: (id: string, found: Gist | Failure) => void): Promise<void>;

  /** Whether several machines may use it, so that who did what on which is worth keeping. */
  readonly isShared?: true;

  /** Runs the work of one that lost a race, while no other that lost one runs its own. */
  inTurn?<T>(work: () => Promise<T>): Promise<T>;
}

export interface KnownSituation {
  readonly profile: Profile;
  readonly situation: Situation;
}

/** How gists are made, and as of when. */
export interface Gisting {
  readonly today: CivilDate;
  /** What they depend on besides the journey and the day: another stamp, and none that was kept holds. ASCII. */
  readonly stamp: () => string;
  readonly of: (journey: Journey) => MadeGist;
}

/** A journey of another store. */
export interface Copy {
  readonly journey: Journey;
  /** null: there is none */
  readonly previous: Journey | null;
}

/** What journeys are looked for; all that is given must hold. */
export interface Hint {
  /** the day as of which the rest is meant */
  readonly today: CivilDate;
  readonly step?: string;
  /** something is due on a day from today to this one */
  readonly dueUntil?: CivilDate;
  /** a right is lost or something expected is late */
  readonly overdue?: boolean;
  readonly country?: string;
  readonly credential?: string;
  /** as they are compared */
  readonly tags?: readonly string[];
  readonly owner?: string;
  readonly words?: readonly string[];
  /** there are reminders up to this day; of a channel, some that are still to be sent */
  readonly remind?: { readonly until: CivilDate; readonly channel?: Channel };
}

export interface Replacement {
  readonly journey: Journey;
  /** the version before it, kept where nothing is there yet */
  readonly previous?: Journey | undefined;
  /** what was found: the revision that is stored, 0 for nothing */
  readonly over: number | 'damaged';
}

/** What belongs to the whole store rather than to one journey. */
export const sharedNames = ['agencies', 'bulletins', 'report'] as const;
export type SharedName = (typeof sharedNames)[number];

/** Whoever reads a document checks the shape of its value. */
export interface Shared {
  readonly revision: number;
  readonly value: object;
}
