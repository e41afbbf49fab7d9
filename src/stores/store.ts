// The store port: where journeys are kept, whatever keeps them. One contract suite runs on every adapter.
import type { Journey } from '../domain/journey.ts';

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

  /** Erases the journey and its previous version. Fails with `missing`. */
  remove(id: string): Promise<void>;

  /** The version before the last save, or undefined. Fails like `load`. */
  previous(id: string): Promise<Journey | undefined>;

  close(): Promise<void>;
}
