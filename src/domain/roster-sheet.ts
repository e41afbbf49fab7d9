// A journey as one row of a table: what is current, in the columns of an import; and what such a row has no room for.
import { type Attempt, attemptInSight, attemptsOf, resultOf } from './attempts.ts';
import type { CivilDate } from './civil-date.ts';
import type { Fact } from './fact.ts';
import type { ImportColumn } from './import-columns.ts';
import { factsOn, type Journey } from './journey.ts';
import { joinNotes } from './note-cell.ts';
import { type ProfileField, skillFields } from './profile.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';

import { boardOf, stepsTables } from './steps-tables.ts';

export type SheetRow = Readonly<Record<ImportColumn, string | number | null>>;

/** As of a day: facts dated later are left out. */
export function sheetRow(journey: Journey, day: CivilDate, shared: Rulebook): SheetRow {
  const { profile } = journey;
  const facts = factsOn(journey, day);
  const attempt = currentAttempt(journey, facts, day, shared);
  // A step that the way does not have may be left from before the credential was changed.
  const hasAdmission = stepsTables[boardOf(profile.credential)].ids.includes('admission');
  const admission = hasAdmission ? attempt.facts.admission : undefined;
  const { application, schedule, exam, scores, certificate } = attempt.facts;
  return {
    id: journey.id,
    name: profile.name,
    email: profile.email ?? null,
    credential: profile.credential,
    country: profile.country ?? null,
    zone: profile.zone ?? null,
    owner: profile.owner ?? null,
    tags: profile.tags?.join(';') || null,
    application: application?.on ?? null,
    admission: admission?.on ?? null,
    window_start: admission?.windowStart ?? null,
    window_end: admission?.windowEnd ?? application?.windowEnd ?? null,
    exam: exam?.on ?? schedule?.exam ?? null,
    result: resultOf(attempt) ?? null,
    scores: scores?.on ?? null,
    score: scores?.score ?? null,
    certificate: certificate?.on ?? null,
    expires: certificate?.expires ?? null,
    notes: joinNotes(notesIn(facts)) || null,
  };
}

const currentAttempt = ({ profile }: Journey, facts: readonly Fact[], day: CivilDate, shared: Rulebook): Attempt =>
  attemptInSight(attemptsOf(facts, day, rulebookFor(profile.credential, shared)));

export const notesIn = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) => (fact.kind === 'note' ? [fact.text] : []));

export interface LeftOut {
  readonly facts: number;
  readonly settings: number;
}

const UNSHOWN: readonly ProfileField[] = ['target', 'optOut', 'rungs', ...skillFields];

/** What a row does not hold: facts of other kinds or attempts, details of those it shows, and what has no column. */
export function leftOutOf(journey: Journey, day: CivilDate, shared: Rulebook): LeftOut {
  const facts = factsOn(journey, day);
  const attempt = currentAttempt(journey, facts, day, shared);
  const shown = Object.values(attempt.facts).filter((fact) => isWhole(fact, attempt)).length;
  return {
    facts: journey.facts.length - shown - notesIn(facts).length,
    settings: UNSHOWN.filter((field) => journey.profile[field] !== undefined).length,
  };
}

/** Whether the columns say all of a step but, of a booking, the day it was made. */
function isWhole(fact: Fact, { facts }: Attempt): boolean {
  if (fact.forced) return false;
  switch (fact.kind) {
    case 'application':
      return fact.fee === undefined && fact.reference === undefined;
    case 'schedule':
      return (
        facts.exam === undefined && fact.time === undefined && fact.centre === undefined && fact.zone === undefined
      );
    case 'exam':
      return facts.scores === undefined || facts.scores.result === fact.result;
    case 'certificate':
      return fact.number === undefined;
    case 'eligibility':
      return false;
    default:
      return true;
  }
}
