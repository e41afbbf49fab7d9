// Profiles of any kind, as they can be stored.
import fc from 'fast-check';
import * as v from 'valibot';
import { type Profile, profileShape } from '../../src/domain/profile.ts';
import { searchable } from '../../src/domain/text.ts';

const anyName = fc.constantFrom('Nguyễn Thị Ánh', 'محمد', '=cmd|calc', 'O\'Neill, "Bob"', '👩‍⚕️ Ana', 'Maria Santos');
const anyTag = fc.constantFrom('cebu', 'Cebu', '2027', 'night', 'ngày', 'a.b', 'vip_1');

export const anyProfile: fc.Arbitrary<Profile> = fc
  .record(
    {
      name: anyName,
      credential: fc.constantFrom('MLS(ASCPi)', 'MLT(ASCPi)', 'MLS(AMT)'),
      country: fc.constantFrom('PH', 'NP', 'NG'),
      target: fc.constantFrom('2027-06-01', '2028-02-29'),
      zone: fc.constantFrom('Asia/Manila', 'Africa/Lagos'),
      email: fc.constantFrom('a@example.org', 'b@example.org'),
      owner: fc.constantFrom('Ana', 'Ben'),
      tags: fc.uniqueArray(anyTag, { minLength: 1, maxLength: 4, selector: searchable }),
      optOut: fc.constant(true as const),
      rungs: fc.constantFrom([30, 7, 1, 0, -1], [1], [] as number[]),
      instruments: fc.constantFrom(['Sysmex XN', 'VITEK 2'], ['ACL TOP']),
      systems: fc.constantFrom(['an LIS, 2 years']),
      disciplines: fc.constantFrom(['hematology'], ['blood bank', '=1+1']),
      languages: fc.constantFrom(['English', 'Tiếng Việt']),
      references: fc.constantFrom(['Dr. Cruz, cruz@example.org']),
    },
    { requiredKeys: ['name', 'credential'] },
  )
  .map((profile) => v.parse(profileShape, profile));
