// `ascpi start`: begins a journey.
import { Failure, quote } from '../../domain/failure.ts';
import { beginJourney, NAME_LIMIT, type Profile } from '../../domain/journey.ts';
import { idFromName, parseJourneyId } from '../../domain/journey-id.ts';
import { receiptView } from '../../views/receipt.ts';
import type { Command } from '../command.ts';
import { countryCode } from '../countries.ts';
import { credentialNamed } from '../run.ts';
import { given, lineAnswer, needed } from './answers.ts';
import { statusInput } from './status-input.ts';

export const start: Command = {
  name: 'start',
  group: 'Your journey',
  summary: 'begin a journey',
  description: 'Begins a journey to one credential. Everything is kept on this machine.',
  options: [
    { flags: '--name <name>', description: 'as on your passport, because the test centre compares them' },
    { flags: '--credential <code>', description: 'what you want to earn; MLS unless given' },
    { flags: '--country <country>', description: 'where you were educated: PH or Philippines' },
    { flags: '--id <id>', description: 'handle of the journey; made from the name unless given' },
  ],
  examples: ['ascpi start --name "Maria Santos" --credential MLS --country PH'],
  json: 'candidate, dryRun, attempt, current, next, dates[], warnings[]',
  writes: true,
  async decide(run, _args, options) {
    const name = needed(lineAnswer(options, 'name', NAME_LIMIT), '--name', 'ascpi start --name "Maria Santos"');
    const country = given(options, 'country');
    const profile: Profile = {
      name: name.trim(),
      credential: credentialNamed(run, given(options, 'credential') ?? 'MLS').id,
      ...(country === undefined ? {} : { country: countryCode(country) }),
    };
    const journey = beginJourney(freeId(given(options, 'id'), name, await run.store().list()), profile);
    const view = receiptView({
      ...statusInput(journey, run),
      name: 'start',
      dryRun: run.globals.dryRun,
      verb: ['Began the journey of', 'Would begin the journey of'],
      what: [{ user: profile.name }, ` to ${profile.credential}, with the id ${journey.id}`],
      before: [],
    });
    return { view, save: [{ journey }], hints: ['See where you are: ascpi status'] };
  },
};

function freeId(typed: string | undefined, name: string, taken: readonly string[]): string {
  const id = typed === undefined ? idFromName(name) : parseJourneyId(typed);
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
