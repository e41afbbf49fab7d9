// Which lines to type are about one candidate.
import { commands } from './commands/index.ts';
import { commandOf } from './program.ts';

/** `ascpi done exam` is, `ascpi doctor` is not. */
export const isOfOne = (line: string): boolean => commandOf(line.split(' ').slice(1), commands)?.ofOneJourney === true;
