// The fields of a profile and what they hold, as words: the same wherever a person is shown or changed.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { type KnownInstruments, notNamedYet } from '../domain/known-instruments.ts';
import { type Profile, type ProfileChange, type ProfileField, skillFields } from '../domain/profile.ts';
import type { Block, Inline, View } from './view.ts';

export const fieldLabels = {
  name: 'Name',
  credential: 'Credential',
  country: 'Country of education',
  target: 'Certificate needed by',
  zone: 'Time zone',
  email: 'Mail address',
  owner: 'Looked after by',
  tags: 'Tags',
  optOut: 'Asked not to be written to',
  rungs: 'Own lead times',
  instruments: 'Instruments',
  systems: 'Laboratory information systems',
  disciplines: 'Disciplines',
  languages: 'Languages',
  references: 'References',
} as const satisfies Record<ProfileField, string>;

export function fieldText(field: ProfileField, value: ProfileChange[ProfileField]): string {
  if (value === null || value === undefined) return field === 'optOut' ? 'no' : '(none)';
  if (value === true) return 'yes';
  if (typeof value === 'string') return value;
  const said = value.map((each) => (each === -1 ? 'after' : String(each)));
  // A line may hold commas of its own.
  return said.join(skillFields.some((each) => each === field) ? '; ' : ', ');
}

export const fieldsOf = (set: object): ProfileField[] =>
  (Object.keys(fieldLabels) as ProfileField[]).filter((field) => field in set);

/** `mail address maria@example.org`: what a field is from now on. What is asked for has words of its own. */
export const nowText = (field: ProfileField, value: ProfileChange[ProfileField]): readonly Inline[] =>
  field === 'optOut'
    ? [value ? 'asked not to be written to' : 'may be written to']
    : [`${fieldLabels[field].toLowerCase()} `, { user: fieldText(field, value) }];

/** `mail address maria@example.org; tags cebu, 2027` */
export const changeText = (set: ProfileChange): string =>
  fieldsOf(set)
    .map((field) => nowText(field, set[field]).map(plain).join(''))
    .join('; ');

const plain = (part: Inline): string => (typeof part === 'object' && 'user' in part ? part.user : String(part));

/** Everything but the steps, as scripts read it. */
export const profileData = ({
  name,
  credential,
  country,
  target,
  zone,
  email,
  owner,
  tags,
  optOut,
  rungs,
  instruments,
  systems,
  disciplines,
  languages,
  references,
}: Profile) => ({
  name,
  credential,
  country: country ?? null,
  target: target ?? null,
  zone: zone ?? null,
  email: email ?? null,
  owner: owner ?? null,
  tags: tags ?? [],
  optOut: optOut ?? false,
  rungs: rungs ?? null,
  instruments: instruments ?? [],
  systems: systems ?? [],
  disciplines: disciplines ?? [],
  languages: languages ?? [],
  references: references ?? [],
});

/** The profile alone; `known` are instruments that may be suggested. */
export function profileView({ id, profile }: Journey, known: KnownInstruments, today: CivilDate): View {
  const { source, checked, confidence } = known;
  const more = notNamedYet(known, profile.instruments);
  const told = fieldsOf(profile).filter((field) => field !== 'name');
  const untold = skillFields.filter((field) => profile[field] === undefined);
  const blocks: Block[] = [
    { type: 'title', text: { user: profile.name } },
    {
      type: 'fields',
      fields: [
        { label: 'Id', text: id },
        ...told.map((field) => ({ label: fieldLabels[field], text: { user: fieldText(field, profile[field]) } })),
      ],
    },
  ];
  if (untold.length > 0) {
    const missing = untold.map((field) => fieldLabels[field].toLowerCase()).join(', ');
    blocks.push({
      type: 'paragraph',
      text: `Employers also ask about ${missing}. None of it is required.`,
      tone: 'faint',
    });
  }
  if (more.length > 0) {
    const text = `${more.join(', ')} (${source}; last checked ${checked}, confidence ${confidence})`;
    blocks.push({ type: 'callout', label: 'Instruments that were asked for', text, tone: 'faint' });
  }
  return {
    name: 'profile',
    today,
    data: {
      candidate: { id, ...profileData(profile) },
      suggested: { instruments: more, source, checked, confidence },
    },
    blocks,
  };
}
