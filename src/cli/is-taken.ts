// Whether a command takes an option that is for all: one that it would refuse is not offered.
import type { Command, OptionSpec } from './command.ts';

export function isTaken({ flags }: OptionSpec, { writes, ofOneJourney }: Command): boolean {
  if (flags === '--dry-run') return writes === true;
  return !flags.startsWith('-c') || ofOneJourney === true;
}
