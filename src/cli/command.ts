// A command is a value: what it is called, what it takes, and how it decides. It never prints and never saves.
import type { Failure } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import type { BackupPlace } from '../stores/backup-places.ts';
import type { Settings } from '../stores/settings.ts';
import type { Replacement, Shared, SharedName } from '../stores/store.ts';
import type { Text, View } from '../views/view.ts';
import type { Run } from './run.ts';

export interface OptionSpec {
  /** as commander reads it: `--on <date>` */
  readonly flags: string;
  readonly description: string;
  /** may be given several times, one value each */
  readonly collect?: true;
}

export interface Argument {
  /** `<step>` or `[step]` */
  readonly name: string;
  readonly description: string;
}

/** Options as typed, keyed in camelCase; a flag without a value is true, one that takes several (`<fact...>`, or collected) a list. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What is to be kept once the answer is written. */
export type Change =
  | { readonly journey: Journey }
  /** erases a journey, and what is remembered of it elsewhere; with a revision only if it is still that one */
  | { readonly remove: string; readonly revision?: number }
  /** journeys in the place of what was found; the stamp is part of the name under which damaged files are kept */
  | { readonly replace: readonly Replacement[]; readonly stamp: string }
  /** with a stamp also in the place of one that can't be read */
  /** what is remembered of a journey elsewhere; an unfinished start under one of the names goes too */
  | { readonly forget: string; readonly names: readonly string[] }
  | { readonly shared: SharedName; readonly document: Shared; readonly stamp?: string }
  | { readonly settings: (before: Settings) => Settings }
  /** a file for the user to edit, in a folder of its own */
  | { readonly file: string; readonly text: string }
  /** a backup, read back once it is written; where it is will be remembered */
  | { readonly backup: string; readonly bytes: Uint8Array; readonly place: BackupPlace }
  /** copies left by killed processes, and file modes that are too open */
  | { readonly tidy: { readonly folder: string; readonly modes: boolean } };

/** What has to be agreed to before it is kept: by --yes, or on a terminal by an answer. */
export interface Confirmation {
  /** what would happen, as a dry run tells it */
  readonly preview: () => Promise<View>;
  /** one sentence each; a question that is answered with yes or no, or by typing `typed` */
  readonly question: string;
  readonly why: string;
  /** to be typed word for word, where what is lost is lost for good */
  readonly typed?: string;
  /** why nothing was done where nobody can be asked; no full stop */
  readonly refusal: string;
}

export interface Outcome {
  readonly view: View;
  /** id of the journey that the commands in it are about, where there are others */
  readonly about?: string;
  readonly save?: readonly Change[];
  /** 0 unless a question was answered with no */
  readonly exit?: number;
  /** what went wrong although there is an answer: told after it, and its exit code is that of the run */
  readonly failure?: Failure;
  /** talk for stderr that no answer of text or table has room for: what was assumed, what is left out */
  readonly notices?: readonly string[];
  /** talk for stderr: at most two next commands */
  readonly hints?: readonly string[];
  /** asked before anything is saved, unless it is a dry run */
  readonly confirm?: Confirmation;
  /** the answer in one line, for where those about several journeys stand together */
  readonly brief?: Text;
  /**
   * Deeds that can't wait for the answer to be written, because they are the answer: sending. It writes its own answer
   * with what it is handed. Never called in a dry run.
   */
  readonly perform?: (publish: Publish) => Promise<Performed>;
}

/** Writes the answer of a deed. */
export type Publish = (view: View) => Promise<void>;

export type Performed = Pick<Outcome, 'exit' | 'hints' | 'failure'>;

export type Group = 'Your journey' | 'The rules' | 'After the exam' | 'Many candidates' | 'This tool';

export interface Command {
  readonly name: string;
  readonly group: Group;
  readonly summary: string;
  readonly description?: string;
  readonly args?: readonly Argument[];
  readonly options?: readonly OptionSpec[];
  /** each a whole command line that works on the demo journey or an empty store */
  readonly examples: readonly string[];
  /** fields of its JSON that scripts lean on */
  readonly json?: string;
  /** takes --dry-run and --force */
  readonly writes?: boolean;
  /** takes -c */
  readonly ofOneJourney?: boolean;
  /** -o names the file that it makes; the answer itself goes to stdout */
  readonly makesFile?: boolean;
  /** whether -o names a folder for files of its own; the answer then goes to stdout */
  readonly fillsFolder?: (options: Options) => boolean;
  /** writes a file for each candidate that a filter means into that folder, all of them or none */
  readonly intoFolder?: {
    /** what the files can be, the usual one first */
    readonly formats: readonly string[];
    readonly decide: (run: Run, args: readonly string[], options: Options, filter: Options) => Promise<Outcome>;
  };
  /** takes a filter in place of -c; it then decides for each candidate that is meant */
  readonly ofMany?: boolean;
  /** what it does to several candidates, where it does more than change them: `Removed`, `Would remove` */
  readonly deed?: readonly [done: string, would: string];
  /** Which of its arguments are ids of candidates, who are then meant; it is given the others. */
  readonly idsIn?: (args: readonly string[]) => { readonly ids: readonly string[]; readonly rest: readonly string[] };
  readonly decide: (run: Run, args: readonly string[], options: Options) => Promise<Outcome>;
}
