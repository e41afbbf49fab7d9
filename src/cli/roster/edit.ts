// `ascpi candidates edit`: changes the profile; a hyphen leaves a field out.
import { Failure } from '../../domain/failure.ts';
import type { Profile, ProfileField } from '../../domain/profile.ts';
import type { Options, Outcome } from '../command.ts';
import { flagOf } from '../commands/answers.ts';
import { statedOf } from '../commands/start.ts';
import type { Run } from '../run.ts';
import { changeProfile } from './change-profile.ts';
import { toldOf } from './profile-answers.ts';

/** Each option with the field it sets. */
const fields = {
  name: 'name',
  credential: 'credential',
  country: 'country',
  target: 'target',
  zone: 'zone',
  email: 'email',
  owner: 'owner',
  tag: 'tags',
  optOut: 'optOut',
  rungs: 'rungs',
  instruments: 'instruments',
  systems: 'systems',
  disciplines: 'disciplines',
  languages: 'languages',
  references: 'references',
} as const satisfies Record<string, ProfileField>;
type Key = keyof typeof fields;

const NEEDED: readonly Key[] = ['name', 'credential'];
const LEFT_OUT = '-';

/** `name` is that of the command. */
export async function decide(
  run: Run,
  _args: readonly string[],
  options: Options,
  name = 'candidates-edit',
): Promise<Outcome> {
  const keys = (Object.keys(fields) as Key[]).filter((key) => options[key] !== undefined);
  if (keys.length === 0) {
    const flags = (Object.keys(fields) as Key[]).map(flagOf).join(', ');
    throw new Failure('usage', 'there is nothing to change', `Give one of ${flags}`);
  }
  const left = keys.filter((key) => options[key] === LEFT_OUT);
  const stuck = left.find((key) => NEEDED.includes(key));
  if (stuck) throw new Failure('usage', `${flagOf(stuck)} can't be left out`, 'Every candidate has one');
  const given = Object.fromEntries(keys.filter((key) => !left.includes(key)).map((key) => [key, options[key]]));
  const answers = { ...statedOf(run, given), ...toldOf(given) };
  const journey = await run.journey();
  // What was given without an answer, as --opt-out no, is no longer there.
  const gone = keys.map((key) => fields[key]).filter((field) => !(field in answers));
  const kept = Object.entries(journey.profile).filter(([field]) => !(gone as string[]).includes(field));
  return changeProfile(run, journey, { ...Object.fromEntries(kept), ...answers } as Profile, name);
}
