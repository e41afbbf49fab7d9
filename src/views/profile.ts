// The fields of a profile and what they hold, as words: the same wherever a person is shown or changed.
import type { Profile, ProfileChange, ProfileField } from '../domain/profile.ts';

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
} as const satisfies Record<ProfileField, string>;

export function fieldText(field: ProfileField, value: ProfileChange[ProfileField]): string {
  if (value === null || value === undefined) return field === 'optOut' ? 'no' : '(none)';
  if (value === true) return 'yes';
  if (typeof value === 'string') return value;
  return value.map((each) => (each === -1 ? 'after' : String(each))).join(', ');
}

export const fieldsOf = (set: object): ProfileField[] =>
  (Object.keys(fieldLabels) as ProfileField[]).filter((field) => field in set);

/** `mail address maria@example.org; tags cebu, 2027` */
export const changeText = (set: ProfileChange): string =>
  fieldsOf(set)
    .map((field) => `${fieldLabels[field].toLowerCase()} ${fieldText(field, set[field])}`)
    .join('; ');

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
});
