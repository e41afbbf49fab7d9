// Says on stderr what to do next, where a person reads it.
import { visible } from '../formats/safe-text.ts';
import type { Outcome } from './command.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';

interface Told {
  readonly globals: Globals;
  readonly context: Pick<Context, 'stderr'>;
}

export function tellHints(hints: Outcome['hints'], { globals, context }: Told): void {
  if (globals.quiet || globals.format !== 'text') return;
  for (const hint of hints ?? []) context.stderr.write(`${visible(hint)}\n`);
}
