// The profile of a candidate: who it is, whom to write to and how. Changes of it are facts, so that none is ever lost.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { Failure } from './failure.ts';
import { addressFault } from './mail-address.ts';
import { credentialId } from './steps-tables.ts';
import { lineShape, searchable } from './text.ts';

export const NAME_LIMIT = 200;
export const OWNER_LIMIT = 100;
export const MOST_TAGS = 50;
export const SKILL_LIMIT = 120;
export const MOST_SKILLS = 40;

export const tagShape = v.pipe(
  v.string(),
  // In a function, because most runs never need this large pattern.
  v.check(
    (tag) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,49}$/u.test(tag),
    'is not a word of at most 50 letters, digits, dots, - and _',
  ),
);

/** Days before a date on which to remind; 0 is the day itself, -1 once after it. */
export const rungsShape = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(400))),
  v.maxLength(40),
);

/** Id of a file of data/credentials, `MLS(ASCPi)`. */
export const credentialIdShape = v.pipe(v.string(), v.regex(credentialId));

const skillsShape = v.pipe(v.array(lineShape(SKILL_LIMIT)), v.minLength(1), v.maxLength(MOST_SKILLS));

const fields = {
  /** as on the passport */
  name: lineShape(NAME_LIMIT),
  credential: credentialIdShape,
  /** country of education, ISO 3166 alpha-2 */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** the day by which the certificate is wanted */
  target: civilDateShape,
  /** IANA time zone of the candidate, `Asia/Manila` */
  zone: lineShape(60),
  email: v.pipe(
    v.string(),
    v.check((text) => addressFault(text) === undefined, 'is not one mail address'),
  ),
  /** who looks after the candidate */
  owner: lineShape(OWNER_LIMIT),
  tags: v.pipe(v.array(tagShape), v.maxLength(MOST_TAGS)),
  /** the candidate asked not to be written to */
  optOut: v.literal(true),
  /** own lead times, in place of those of the rules */
  rungs: rungsShape,
  /** what an employer asks about: analyzers worked with, `Sysmex XN` */
  instruments: skillsShape,
  /** laboratory information systems */
  systems: skillsShape,
  /** disciplines of the laboratory, `hematology` */
  disciplines: skillsShape,
  languages: skillsShape,
  /** who can say more, and how to reach them */
  references: skillsShape,
} as const;

export const profileShape = v.strictObject({
  name: fields.name,
  credential: fields.credential,
  country: v.optional(fields.country),
  target: v.optional(fields.target),
  zone: v.optional(fields.zone),
  email: v.optional(fields.email),
  owner: v.optional(fields.owner),
  tags: v.optional(fields.tags),
  optOut: v.optional(fields.optOut),
  rungs: v.optional(fields.rungs),
  instruments: v.optional(fields.instruments),
  systems: v.optional(fields.systems),
  disciplines: v.optional(fields.disciplines),
  languages: v.optional(fields.languages),
  references: v.optional(fields.references),
});
export type Profile = v.InferOutput<typeof profileShape>;
export type ProfileField = keyof Profile;

/** What an employer asks about, in the order shown. */
export const skillFields = [
  'instruments',
  'systems',
  'disciplines',
  'languages',
  'references',
] as const satisfies readonly ProfileField[];
export type SkillField = (typeof skillFields)[number];

/** Some fields with what they hold; null where they hold nothing. */
export const profileChangeShape = v.strictObject({
  name: v.optional(fields.name),
  credential: v.optional(fields.credential),
  country: v.nullish(fields.country),
  target: v.nullish(fields.target),
  zone: v.nullish(fields.zone),
  email: v.nullish(fields.email),
  owner: v.nullish(fields.owner),
  tags: v.nullish(fields.tags),
  optOut: v.nullish(fields.optOut),
  rungs: v.nullish(fields.rungs),
  instruments: v.nullish(fields.instruments),
  systems: v.nullish(fields.systems),
  disciplines: v.nullish(fields.disciplines),
  languages: v.nullish(fields.languages),
  references: v.nullish(fields.references),
});
export type ProfileChange = v.InferOutput<typeof profileChangeShape>;

/** What differs between two profiles: what is set, and what was there before. Undefined where nothing differs. */
export function changeBetween(before: Profile, after: Profile): { set: ProfileChange; was: ProfileChange } | undefined {
  const names = (Object.keys(profileChangeShape.entries) as ProfileField[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (profile: Profile) => Object.fromEntries(names.map((name) => [name, profile[name] ?? null]));
  return names.length === 0 ? undefined : { set: pick(after), was: pick(before) };
}

/** A profile after some changes, oldest first: of those that stand the last counts, and where none stands what was there before. */
export function profileAfter(
  current: Profile,
  changes: readonly { readonly set: ProfileChange; readonly was: ProfileChange; readonly stands: boolean }[],
): Profile {
  const names = new Set(changes.flatMap(({ set }) => Object.keys(set) as ProfileField[]));
  const held = [...names].map((name) => {
    const touching = changes.filter(({ set }) => name in set);
    const last = touching.findLast(({ stands }) => stands);
    return [name, last ? last.set[name] : touching[0]?.was[name]] as const;
  });
  const kept = { ...current, ...Object.fromEntries(held) };
  return Object.fromEntries(
    Object.entries(kept).filter(([, value]) => value !== null && value !== undefined),
  ) as Profile;
}

/** Tags with others that are not there yet, in whatever case and accents. Fails with `usage` where they are too many. */
export function joinTags(tags: readonly string[], more: readonly string[]): string[] {
  const all = [...tags, ...more];
  const keys = all.map(searchable);
  const joined = all.filter((_tag, index) => keys.indexOf(keys[index] ?? '') === index);
  if (joined.length <= MOST_TAGS) return joined;
  throw new Failure('usage', `${joined.length} tags are too many for one candidate`, `Keep at most ${MOST_TAGS}`);
}
