// What every command of credential maintenance starts from: the credentials that are held, and which of them is meant.

import { type Held, typedName } from '../../domain/cmp-held.ts';
import type { Maintenance } from '../../domain/cmp-standing.ts';
import { codeOf } from '../../domain/credential.ts';
import type { Fact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { factsOn, type Journey } from '../../domain/journey.ts';
import type { StatusInput } from '../../views/status.ts';
import type { Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import { statusInput } from '../commands/status-input.ts';
import { credentialNamed, type Run } from '../run.ts';

export interface Maintained extends StatusInput {
  readonly facts: readonly Fact[];
  /** the credential of the journey */
  readonly own: string;
  readonly held: Maintenance['held'];
}

/** As of today. Fails with `missing` where no credential is held yet. */
export async function maintained(run: Run): Promise<Maintained> {
  const input = maintainedIn(await run.journey(), run);
  if (input.held.length > 0) return input;
  throw new Failure(
    'missing',
    `no credential is to be kept alive yet: the certificate of ${input.own} is not recorded`,
    'When it is there: ascpi done certificate --on <date>. If you hold another: ascpi cmp hold <credential> --on <date>',
  );
}

function maintainedIn(journey: Journey, run: Run): Maintained {
  const status = statusInput(journey, run);
  const { held } = status.timeline.maintenance;
  return { ...status, facts: factsOn(journey, run.today), own: journey.profile.credential, held };
}

/** The one that --credential names, or all. Fails with `usage`. */
export function heldNamed(options: Options, held: readonly Held[], run: Run): readonly Held[] {
  const text = given(options, 'credential');
  return text === undefined ? held : [theHeld(text, held, run)];
}

export function theHeld(text: string, held: readonly Held[], run: Run): Held {
  const coded = held.filter(({ credential }) => codeOf(credential).toLowerCase() === text.trim().toLowerCase());
  const [only, ...others] = coded;
  if (only && others.length === 0) return only;
  const { id } = credentialNamed(run, text);
  const found = held.find(({ credential }) => credential === id);
  if (found) return found;
  throw new Failure(
    'usage',
    `${id} is not recorded as held`,
    `Held: ${held.map(({ credential }) => credential).join(', ')}. Record another: ascpi cmp hold ${typedName(id)} --on <date>`,
  );
}

/** The one that is meant: named, or the only one. Fails with `usage`. */
export function oneHeld(options: Options, held: readonly Held[], run: Run): Held {
  const [only, ...others] = heldNamed(options, held, run);
  if (only && others.length === 0) return only;
  const codes = held.map(({ credential }) => typedName(credential));
  throw new Failure(
    'usage',
    `--credential is missing: ${held.length} credentials are held`,
    `Give --credential ${codes.join(' or --credential ')}`,
  );
}

/** As it is once a change is kept. */
export function maintainedAfter({ save = [] }: Outcome, run: Run): Maintained | undefined {
  const [saved] = save;
  return saved && 'journey' in saved ? maintainedIn(saved.journey, run) : undefined;
}
