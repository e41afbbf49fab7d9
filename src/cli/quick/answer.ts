// The quick way: `status`, `next`, `remind`, `candidates` and bare `ascpi` in their plain forms, from a small bundle that needs neither
// commander nor valibot. It changes nothing that was recorded, and writes its answer last: what it does not expect it leaves to the whole.
import { json } from '../../formats/json.ts';
import { text } from '../../formats/text.ts';
import { typedFor } from '../../views/typed-for.ts';
import type { BareContext } from '../bare-context.ts';
import type { Outcome } from '../command.ts';
import { next } from '../commands/next.ts';
import { status } from '../commands/status.ts';
import { isOfOneAmong } from '../line-of-one.ts';
import type { Run } from '../run.ts';
import { styleOf } from '../style.ts';
import { tellHints } from '../tell-hints.ts';
import { type Compiled, compiled } from './compiled-data.ts';
import { quickRun } from './quick-run.ts';
import { type QuickName, quickWords } from './quick-words.ts';
import { leave } from './too-much.ts';

/** How each decides: by the code of its command. */
const deciders: Readonly<Record<QuickName, (run: Run, check: boolean) => Promise<Outcome>>> = {
  status: (run) => status.decide(run, [], {}),
  home: (run) => status.decide(run, [], {}),
  next: (run) => next.decide(run, [], {}),
  remind: async (run, check) => (await import('../remind/remind.ts')).decide(run, [], check ? { check } : {}),
  candidates: async (run) => (await import('../roster/list.ts')).decide(run, [], {}),
};

/** The exit code; undefined where nothing was written and the whole program is needed. */
export async function answerQuickly(
  argv: readonly string[],
  context: BareContext,
  checked: Compiled = compiled,
): Promise<number | undefined> {
  try {
    const words = quickWords(argv, context);
    // On a terminal `ascpi` alone opens the guide.
    if (!words || (words.name === 'home' && context.stdout.isTTY)) return undefined;
    const run = quickRun(context, words.globals, checked);
    const { view: decided, exit = 0, hints, ...more } = await deciders[words.name](run, words.check);
    // What is to be saved, confirmed or done beside the answer.
    if (Object.keys(more).length > 0) return undefined;
    const view =
      words.candidate === undefined ? decided : typedFor(decided, words.candidate.toLowerCase(), isOfOne(checked));
    const answer = words.globals.format === 'json' ? await json.render(view) : await inText(view, run);
    context.stdout.write(answer);
    tellHints(hints, { globals: words.globals, context });
    return exit;
  } catch {
    return undefined;
  }
}

const isOfOne =
  ({ lines }: Compiled) =>
  (line: string): boolean =>
    isOfOneAmong(line, lines);

function inText(view: Outcome['view'], { context, globals, settings }: Run): Promise<string> {
  const style = styleOf(globals, context, globals.accessible || settings().accessible === true);
  return text.render(view, { ...style, paper: 'a4', fonts: async () => leave() });
}
