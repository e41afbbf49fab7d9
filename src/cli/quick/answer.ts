// The quick way: `status`, `next` and bare `ascpi` in their plain forms, from a small bundle that needs neither commander nor
// valibot. It only reads, and writes its answer last: whatever it does not expect, it leaves to the whole program.
import type { Journey } from '../../domain/journey.ts';
import { isJourneyId } from '../../domain/journey-id.ts';
import { rulebookFrom } from '../../domain/rulebook.ts';
import { json } from '../../formats/json.ts';
import { text } from '../../formats/text.ts';
import { namesIn } from '../../stores/folder.ts';
import { homeFolder } from '../../stores/home.ts';
import { layoutOf } from '../../stores/file-layout.ts';
import { journeyFile } from '../../stores/journey-file-names.ts';
import { readSealed } from '../../stores/sealed-journey.ts';
import { nextView } from '../../views/next.ts';
import { statusView } from '../../views/status.ts';
import { statusInput } from '../commands/status-input.ts';
import type { BareContext } from '../bare-context.ts';
import { styleOf } from '../style.ts';
import { compiledData } from './compiled-data.ts';
import { type CheckedTexts, compiledRules } from './compiled-rules.ts';
import { type PlainSettings, plainSettings } from './plain-settings.ts';
import { type QuickWords, quickWords } from './quick-words.ts';
import { leave } from './too-much.ts';

/** The exit code; undefined where nothing was written and the whole program is needed. `texts` are those of data/. */
export async function answerQuickly(
  argv: readonly string[],
  context: BareContext,
  texts: CheckedTexts = compiledData,
): Promise<number | undefined> {
  let answer: string;
  try {
    const words = quickWords(argv, context);
    // On a terminal `ascpi` alone opens the guide.
    if (!words || (words.name === 'home' && context.stdout.isTTY)) return undefined;
    answer = await answerTo(words, context, texts);
  } catch {
    return undefined;
  }
  context.stdout.write(answer);
  return 0;
}

async function answerTo({ name, globals }: QuickWords, context: BareContext, texts: CheckedTexts): Promise<string> {
  const home = homeFolder(context.platform, context.env);
  const settings = plainSettings(layoutOf(home).settings);
  const rulebook = rulebookFrom(compiledRules(context.dataFolder, texts));
  const journey = chosen(home, globals.candidate ?? settings.candidate);
  const input = statusInput(journey, { rulebook: () => rulebook, checklists: leave, today: globals.today });
  const view = name === 'next' ? nextView(journey, input.position, input.timeline) : statusView(input);
  if (globals.format === 'json') return json.render(view);
  const style = styleOf(globals, context, globals.accessible || settings.accessible === true);
  return text.render(view, { ...style, paper: 'a4', fonts: async () => leave() });
}

/** The journey that is named, or the only one. */
function chosen(home: string, named: PlainSettings['candidate']): Journey {
  const layout = layoutOf(home);
  const ids = named === undefined ? journeyIds(layout.journeys) : [named.toLowerCase()];
  const [id = ''] = ids;
  return ids.length === 1 && isJourneyId(id) ? readSealed(journeyFile(layout, id), leave) : leave();
}

const journeyIds = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isJourneyId);
