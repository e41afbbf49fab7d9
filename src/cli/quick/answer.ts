// The quick way: `status`, `next`, `remind --check` and bare `ascpi` in their plain forms, from a small bundle that needs neither
// commander nor valibot. It only reads, and writes its answer last: whatever it does not expect, it leaves to the whole program.
import { json } from '../../formats/json.ts';
import { text } from '../../formats/text.ts';
import type { BareContext } from '../bare-context.ts';
import type { Outcome } from '../command.ts';
import { next } from '../commands/next.ts';
import { status } from '../commands/status.ts';
import type { Run } from '../run.ts';
import { styleOf } from '../style.ts';
import { compiledData } from './compiled-data.ts';
import type { CheckedTexts } from './compiled-rules.ts';
import { quickRun } from './quick-run.ts';
import { type QuickName, quickWords } from './quick-words.ts';
import { leave } from './too-much.ts';

/** How each decides: by the code of its command. */
const deciders: Readonly<Record<QuickName, (run: Run) => Promise<Outcome>>> = {
  status: (run) => status.decide(run, [], {}),
  home: (run) => status.decide(run, [], {}),
  next: (run) => next.decide(run, [], {}),
  remind: async (run) => (await import('../remind/remind.ts')).decide(run, [], { check: true }),
};

/** The exit code; undefined where nothing was written and the whole program is needed. `texts` are those of data/. */
export async function answerQuickly(
  argv: readonly string[],
  context: BareContext,
  texts: CheckedTexts = compiledData,
): Promise<number | undefined> {
  try {
    const words = quickWords(argv, context);
    // On a terminal `ascpi` alone opens the guide.
    if (!words || (words.name === 'home' && context.stdout.isTTY)) return undefined;
    const run = quickRun(context, words.globals, texts);
    const { view, exit = 0, save, hints, perform } = await deciders[words.name](run);
    if (save || hints || perform) return undefined;
    const answer = words.globals.format === 'json' ? await json.render(view) : await inText(view, run);
    context.stdout.write(answer);
    return exit;
  } catch {
    return undefined;
  }
}

function inText(view: Outcome['view'], { context, globals, settings }: Run): Promise<string> {
  const style = styleOf(globals, context, globals.accessible || settings().accessible === true);
  return text.render(view, { ...style, paper: 'a4', fonts: async () => leave() });
}
