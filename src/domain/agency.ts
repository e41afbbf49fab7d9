// Staffing agencies as they stand on a day: their names, the answers to the criteria, and the offer.
import type { AgencyEntry } from './agency-entry.ts';
import type { CivilDate } from './civil-date.ts';
import type { AnswerId } from './criterion.ts';
import { type Offer, offerAfter } from './offer.ts';
import { searchable } from './text.ts';

export interface AgencyAnswer {
  readonly answer: AnswerId;
  readonly evidence?: string | undefined;
  readonly on: CivilDate;
}

export interface Agency {
  /** of the entry that added it */
  readonly id: string;
  readonly name: string;
  readonly since: CivilDate;
  /** by the id of the criterion */
  readonly answers: ReadonlyMap<string, AgencyAnswer>;
  readonly offer: Offer;
}

/** In the order in which they were added; what is dated after the day is left out. */
export function agenciesOn(entries: readonly AgencyEntry[], today: CivilDate): Agency[] {
  const agencies = new Map<string, Agency>();
  for (const entry of entries) {
    if (entry.on > today) continue;
    if (entry.kind === 'added') {
      const { id, name, on } = entry;
      agencies.set(id, { id, name, since: on, answers: new Map(), offer: {} });
      continue;
    }
    const before = agencies.get(entry.agency);
    if (!before) continue;
    if (entry.kind === 'removed') agencies.delete(entry.agency);
    else agencies.set(entry.agency, after(before, entry));
  }
  return [...agencies.values()];
}

type Change = Extract<AgencyEntry, { readonly kind: 'renamed' | 'answer' | 'offer' }>;

function after(agency: Agency, entry: Change): Agency {
  if (entry.kind === 'renamed') return { ...agency, name: entry.name };
  if (entry.kind === 'offer') return { ...agency, offer: offerAfter(agency.offer, entry.parts) };
  const answers = new Map(agency.answers);
  const { criterion, answer, evidence, on } = entry;
  if (answer === null) answers.delete(criterion);
  else answers.set(criterion, { answer, evidence, on });
  return { ...agency, answers };
}

/** Case, accents, composition and spaces do not tell two names apart. */
const plain = (name: string): string => searchable(name).replace(/\s+/g, ' ').trim();

export const agencyNamed = (agencies: readonly Agency[], name: string): Agency | undefined =>
  agencies.find((each) => plain(each.name) === plain(name));
