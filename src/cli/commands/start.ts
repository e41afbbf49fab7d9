// `ascpi start`: begins a journey. On a terminal what is not given is asked; elsewhere it is named.
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { beginJourney, type Journey } from '../../domain/journey.ts';
import { idFromName, parseJourneyId } from '../../domain/journey-id.ts';
import { NAME_LIMIT, type Profile } from '../../domain/profile.ts';
import { commandFor } from '../../domain/roster-row.ts';
import { type BoardId, stepsTables } from '../../domain/steps-tables.ts';
import { receiptView } from '../../views/receipt.ts';
import type { Command, Options, Outcome } from '../command.ts';
import { countryCode } from '../countries.ts';
import { credentialNamed, type Run } from '../run.ts';
import { dateAnswer, given, lineAnswer, needed, zoneAnswer } from './answers.ts';
import { statusInput } from './status-input.ts';

export const start: Command = {
  name: 'start',
  group: 'Your journey',
  summary: 'begin a journey',
  description:
    'Begins a journey to one credential. On a terminal it asks for what is not given. Everything is kept on this machine.',
  options: [
    { flags: '--name <name>', description: 'as on your passport, because the test centre compares them' },
    { flags: '--credential <code>', description: 'what you want to earn; MLS unless given' },
    { flags: '--board <board>', description: 'who certifies: ASCPi unless given, or AMT' },
    { flags: '--country <country>', description: 'where you were educated: PH or Philippines' },
    { flags: '--target <date>', description: 'the day by which you need the certificate' },
    { flags: '--zone <zone>', description: 'your own time zone, for example Asia/Manila' },
    { flags: '--id <id>', description: 'handle of the journey; made from the name unless given' },
  ],
  examples: [
    'ascpi start --name "Maria Santos" --credential MLS --country PH',
    'ascpi start --name "Maria Santos" --board AMT --country PH',
  ],
  json: 'candidate, dryRun, attempt, current, next, dates[], warnings[]',
  writes: true,
  async decide(run, _args, options) {
    needed(given(options, 'name'), '--name', 'ascpi start --name "Maria Santos"');
    const profile = profileOf(run, options);
    return begun(run, beginJourney(await idFor(run, options, profile.name), profile));
  },
};

/** The profile that these options make. Fails with `usage`. */
export function profileOf(run: Run, options: Options): Profile {
  const { name, credential, country = run.settings().country, ...others } = statedOf(run, options);
  return {
    name: needed(name, '--name', 'ascpi start --name "Maria Santos"'),
    credential: credential ?? credentialNamed(run, 'MLS').id,
    ...(country === undefined ? {} : { country }),
    ...others,
  };
}

/** What these options say of a profile. Fails with `usage`. */
export function statedOf(run: Run, options: Options): Partial<Profile> {
  const name = lineAnswer(options, 'name', NAME_LIMIT);
  const credential = given(options, 'credential');
  const country = given(options, 'country');
  const zone = zoneAnswer(options);
  const board = boardAnswer(run, options);
  const target: CivilDate | undefined = dateAnswer(options, 'target');
  return {
    ...(name === undefined ? {} : { name }),
    ...(credential === undefined && board === undefined
      ? {}
      : { credential: credentialNamed(run, credential ?? 'MLS', board).id }),
    ...(country === undefined ? {} : { country: countryCode(country) }),
    ...(target === undefined ? {} : { target }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** Fails with `usage` on a board that no journeys are kept to. */
function boardAnswer(run: Run, options: Options): BoardId | undefined {
  const typed = given(options, 'board');
  if (typed === undefined) return undefined;
  const kept = Object.keys(stepsTables) as BoardId[];
  const board = kept.find((each) => each.toLowerCase() === typed.toLowerCase());
  if (board) return board;
  const known = run.boards().some(({ id }) => id.toLowerCase() === typed.toLowerCase());
  const why = known ? `this tool keeps no journeys to ${typed.toUpperCase()}` : `there is no board ${quote(typed)}`;
  throw new Failure('usage', why, `Journeys are kept to ${kept.join(' and ')}. Compare boards: ascpi board`);
}

/** The outcome of a journey that begins. */
export async function begun(run: Run, journey: Journey, command = 'start'): Promise<Outcome> {
  const { name, credential } = journey.profile;
  const view = receiptView({
    ...statusInput(journey, run),
    name: command,
    dryRun: run.globals.dryRun,
    verb: ['Began', 'Would begin'],
    what: ['the journey of ', { user: name }, ` to ${credential}, with the id ${journey.id}`],
    before: [],
  });
  const hasOthers = (await run.store().list()).some((id) => id !== journey.id);
  const [whom, one] = command === 'start' && !hasOthers ? ['you are', ''] : ['they are', commandFor('', journey.id)];
  return {
    view,
    ...(hasOthers ? { about: journey.id } : {}),
    save: [{ journey }],
    hints: [`See where ${whom}: ascpi status${one}`],
  };
}

/** The id as typed, or made from the name. Fails with `usage` when it is taken. */
export async function idFor(run: Run, options: Options, name: string): Promise<string> {
  const typed = given(options, 'id');
  const id = typed === undefined ? idFromName(name) : parseJourneyId(typed);
  const taken = await run.store().list();
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  const free = `${id}-${number}`;
  // A name without Latin letters makes no telling id, so the next free one is as good.
  if (typed === undefined && id === 'candidate') return free;
  throw new Failure(
    'usage',
    `there is already a journey ${quote(id)}`,
    `For another one add --id ${free}. To see it: ascpi status -c ${id}`,
  );
}
