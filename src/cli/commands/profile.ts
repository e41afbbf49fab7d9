// `ascpi profile`: who you are, and what an employer asks about; shows it, or changes it as one fact.
import type { Command } from '../command.ts';
import { editOptions } from './profile-options.ts';

export const profile: Command = {
  name: 'profile',
  group: 'Your journey',
  summary: 'who you are, and what an employer asks about; - leaves a field out',
  description:
    'Shows your profile. With options it changes it: the change is recorded as a fact, so that history shows it and undo takes it back. Instruments, systems, disciplines, languages and references are for employers; none is required.',
  options: editOptions,
  examples: [
    'ascpi profile',
    'ascpi profile --instruments "Sysmex XN; VITEK 2" --languages "English, fluent; Tagalog"',
    'ascpi profile --target 2027-06-01',
  ],
  json: 'candidate {id, name, credential, country, target, zone, email, owner, tags, optOut, rungs, instruments[], systems[], disciplines[], languages[], references[]}, suggested {instruments[], source, checked, confidence}; after a change also dryRun, recorded {set, was} or null, and the fields of candidates edit',
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../roster/profile.ts')).decide(...given),
};
