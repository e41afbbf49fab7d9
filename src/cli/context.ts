// The context: every effect the program may have, as one value. Tests hand in their own.
import type { CivilDate } from '../domain/civil-date.ts';
import type { View } from '../views/view.ts';
import type { Ask } from './guide/ask.ts';

export interface Sink {
  readonly write: (text: string | Uint8Array) => void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export type EndSignal = 'SIGINT' | 'SIGTERM';

/** How questions are to look, and how answers are written between them. */
export interface Manner {
  /** numbered lines, nothing redrawn */
  readonly accessible: boolean;
  readonly color: boolean;
  readonly unicode: boolean;
  readonly render: (what: View | string) => Promise<string>;
}

export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** `20.20.2` */
  readonly nodeVersion: string;
  readonly loginName: () => string;
  /** what the system keeps as the home of the account; fails where it knows none */
  readonly loginHome: () => string;
  /** of this machine */
  readonly hostName: () => string;
  readonly now: () => Date;
  /** the day on the wall of this machine */
  readonly localDay: () => CivilDate;
  readonly newId: () => string;
  /** Calls `act` when the process is asked to end, once; returns what takes that back. */
  readonly onSignal: (act: (signal: EndSignal) => void) => () => void;
  readonly stdin: { readonly isTTY: boolean };
  /** All of stdin, for `-` in place of a file or a text; the same bytes however often it is asked. Fails with `usage`. */
  readonly readInput: () => Promise<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** opens a conversation; called only on a terminal */
  readonly ask: (manner: Manner) => Promise<Ask>;
  /** the folder `data/` of the package */
  readonly dataFolder: string;
  /** the folder of the fonts of the package */
  readonly fontFolder: string;
  /** version of the package */
  readonly version: string;
}
