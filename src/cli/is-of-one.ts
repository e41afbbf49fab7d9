// Which lines to type are about one candidate.
import { commands } from './commands/index.ts';
import { isOfOneAmong, type Line } from './line-of-one.ts';

/** Of all commands, for whoever has not the commands themselves. */
export const lines: readonly Line[] = commands.map(({ name, ofOneJourney = false }) => ({ name, ofOneJourney }));

/** `ascpi done exam` is, `ascpi doctor` is not. */
export const isOfOne = (line: string): boolean => isOfOneAmong(line, lines);
