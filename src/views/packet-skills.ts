// What an employer asks about: the laboratory profile of one candidate.
import type { Profile } from '../domain/profile.ts';
import { fieldLabels } from './profile.ts';
import type { Block } from './view.ts';

const skillFields = ['disciplines', 'instruments', 'systems', 'languages', 'references'] as const;

/** References are persons, and are left out where nobody is to be named. */
export function skillsOf(profile: Profile, anonymous: boolean): [(typeof skillFields)[number], readonly string[]][] {
  return skillFields.flatMap((field) => {
    const held = profile[field];
    return held === undefined || (anonymous && field === 'references') ? [] : [[field, held]];
  });
}

export function skillBlocks(profile: Profile, anonymous: boolean): Block[] {
  const fields = skillsOf(profile, anonymous).map(([field, held]) => ({
    label: fieldLabels[field],
    text: { user: held.join(', ') },
  }));
  return fields.length === 0
    ? []
    : [
        { type: 'heading', text: 'Laboratory profile' },
        { type: 'fields', fields },
      ];
}
