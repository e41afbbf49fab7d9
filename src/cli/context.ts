// The context: every effect the program may have, as one value. Tests hand in their own.
import type { CivilDate } from '../domain/civil-date.ts';

export interface Sink {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** `20.20.2` */
  readonly nodeVersion: string;
  readonly loginName: () => string;
  readonly now: () => Date;
  /** the day on the wall of this machine */
  readonly localDay: () => CivilDate;
  readonly newId: () => string;
  readonly stdin: { readonly isTTY: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** the folder `data/` of the package */
  readonly dataFolder: string;
  /** version of the package */
  readonly version: string;
}
