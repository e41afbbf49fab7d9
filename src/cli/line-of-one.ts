// Whether a line to type is about one candidate, by what is known of the commands.
import { commandOf } from './command-of.ts';

export interface Line {
  readonly name: string;
  readonly ofOneJourney: boolean;
}

export const isOfOneAmong = (line: string, lines: readonly Line[]): boolean =>
  commandOf(line.split(' ').slice(1), lines)?.ofOneJourney === true;
