// Which invocations become a conversation, and what a conversation is handed. On anything but a terminal none does.
import { visible } from '../formats/safe-text.ts';
import type { View } from '../views/view.ts';
import type { Options } from './command.ts';
import { conclude, isAccessible, render } from './conclude.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';
import type { Ask } from './guide/ask.ts';
import type { Guide } from './guide/guide.ts';
import type { Invocation } from './program.ts';
import { type Asking, makeRun, type Run } from './run.ts';
import { styleOf } from './style.ts';

/** Never asks off a terminal, in CI, with --no-input, or where the answer goes to a program or a file. */
function canAsk({ input, format, output }: Globals, { stdin, stdout, env }: Context): boolean {
  return input && format === 'text' && output === undefined && stdout.isTTY && stdin.isTTY && !env['CI'];
}

/** Commands that ask for all their answers, unless one is given: they are then for looking up, not for a conversation. */
const selfChecks: Readonly<Record<string, readonly string[]>> = {
  eligibility: ['credential', 'degree', 'training', 'experience'],
  board: ['educated', 'trained', 'target'],
};

/** Commands that talk, each as long as there is something to ask. */
const talks: Readonly<Record<'agency interview' | 'agency remove', (options: Options, globals: Globals) => boolean>> = {
  'agency interview': (_, { dryRun }) => !dryRun,
  'agency remove': ({ yes }, { dryRun }) => yes !== true && !dryRun,
};

/** The conversation that this invocation opens, or undefined for a plain command. */
export function conversationFor(
  { command, args, options }: Invocation,
  globals: Globals,
  context: Context,
): (() => Promise<void>) | undefined {
  if (!canAsk(globals, context)) return undefined;
  if (command.name === 'home') {
    return async () => (await import('./guide/guide.ts')).runGuide(await guideOf(globals, context, true));
  }
  const answers = selfChecks[command.name];
  if (answers?.every((key) => options[key] === undefined)) {
    return async () => {
      const [{ runAsked }, { selfChecks: talks }] = [
        await import('./guide/guide.ts'),
        await import('./guide/self-check.ts'),
      ];
      const talk = talks[command.name as keyof typeof talks];
      await runAsked(await guideOf(globals, context, false), talk, (run, answered) =>
        command.decide(run, [], answered),
      );
    };
  }
  if (Object.hasOwn(talks, command.name)) {
    const name = command.name as keyof typeof talks;
    if (!talks[name](options, globals)) return undefined;
    return async () => {
      const { agencyTalks } = await import('./guide/agency-talks.ts');
      await agencyTalks[name](await guideOf(globals, context, false), args);
    };
  }
  const isStart =
    command.name === 'start' && ['name', 'credential', 'country'].some((key) => options[key] === undefined);
  return isStart
    ? async () => (await import('./guide/guide.ts')).runStart(await guideOf(globals, context, false), options)
    : undefined;
}

/** Asks which of several journeys a command is about, and for a yes; undefined where nobody can be asked. */
export function askingFor(globals: Globals, context: Context): Asking | undefined {
  if (!canAsk(globals, context)) return undefined;
  let chosen: string | undefined;
  // Decided again after someone else saved, the same is not asked twice.
  const known: Record<string, string> = {};
  const asked = async <T>(question: (ask: Ask) => Promise<T>): Promise<T> => {
    const ask = await askWith(makeRun(context, globals), context);
    try {
      return await question(ask);
    } finally {
      ask.close();
    }
  };
  return {
    choose: async (store, ids) => {
      const { chooseJourney } = await import('./guide/choose-journey.ts');
      chosen ??= await asked((ask) => chooseJourney(ask, store, ids));
      return chosen;
    },
    confirm: async (confirmation, preview) => {
      const { confirmWith } = await import('./guide/confirm.ts');
      return asked((ask) => confirmWith(ask, confirmation, preview));
    },
    secret: async (question) => {
      const { askSecret } = await import('./guide/ask-secret.ts');
      known[question.what] ??= await asked((ask) => askSecret(ask, question));
      return known[question.what] as string;
    },
  };
}

/** What a conversation is handed. One that `goesOn` with a menu names no commands; after the others the person types again. */
async function guideOf(globals: Globals, context: Context, goesOn: boolean): Promise<Guide> {
  const { chooseJourney } = await import('./guide/choose-journey.ts');
  const { inWords } = await import('./guide/in-words.ts');
  const adapt = goesOn ? inWords : (view: View) => view;
  const as = (candidate?: string): Globals => ({
    ...globals,
    quiet: goesOn || globals.quiet,
    candidate: candidate ?? globals.candidate,
  });
  const run = (candidate?: string, ask?: Ask) =>
    makeRun(context, as(candidate), ask && { choose: (store, ids) => chooseJourney(ask, store, ids) });
  return {
    run,
    conclude: (decide, candidate) =>
      conclude(
        async (now) => {
          const outcome = await decide(now);
          return { ...outcome, view: adapt(outcome.view) };
        },
        context,
        as(candidate),
      ),
    ask: (accessible) => askWith(run(), context, accessible, adapt),
  };
}

/** The way of asking that suits this terminal and this person. */
function askWith(
  run: Run,
  context: Context,
  accessible = isAccessible(run),
  adapt = (view: View): View => view,
): Promise<Ask> {
  const globals = { ...run.globals, accessible };
  const { color, unicode } = styleOf(globals, context, accessible);
  const shown = makeRun(context, globals);
  return context.ask({
    // Nothing can be drawn again on a terminal that can't move its cursor.
    accessible: accessible || context.env['TERM'] === 'dumb',
    color,
    unicode,
    render: async (what) => {
      if (typeof what !== 'string') return String(await render(adapt(what), shown));
      if (accessible) return `${visible(what)}\n`;
      const paragraph = { type: 'paragraph', text: what } as const;
      return String(await render({ name: 'said', today: run.today, data: {}, blocks: [paragraph] }, shown));
    },
  });
}
