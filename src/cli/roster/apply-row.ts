// Brings a journey to say what a row of a roster says: profile and facts, recorded as `done` would record them.
import { attemptsOf } from '../../domain/attempts.ts';
import { type CivilDate, LAST_DAY } from '../../domain/civil-date.ts';
import type { Warning } from '../../domain/contradictions.ts';
import type { NewFact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { type ImportColumn, importColumns } from '../../domain/import-columns.ts';
import { faultAt, faultOfLine, type ImportFault } from '../../domain/import-fault.ts';
import { type Doing, doingsOf, nearestAttempt, unsaid, type Wish } from '../../domain/import-wish.ts';
import { beginJourney, factsOn, type Journey, record, recordAll } from '../../domain/journey.ts';
import { joinNotes, splitNotes } from '../../domain/note-cell.ts';
import { changeBetween, type Profile } from '../../domain/profile.ts';
import { notesIn } from '../../domain/roster-sheet.ts';
import { rulebookFor } from '../../domain/rulebook.ts';
import { scaleOn } from '../../domain/score-scale.ts';
import { boardOf, stepsTables } from '../../domain/steps-tables.ts';
import { lostFail, newContradictions } from '../commands/change.ts';
import { withRecorded } from '../commands/recorded-answers.ts';
import { stepAnswers } from '../commands/step-answers.ts';
import type { Run } from '../run.ts';
import { extraNote, type Row } from './read-cells.ts';

export type Applied = { readonly journey: Journey } | { readonly faults: readonly ImportFault[] };

/** `before` is undefined for somebody new. Importing the same row again gives the same journey. */
export function applyRow(run: Run, row: Row, id: string, before: Journey | undefined): Applied {
  const { wish } = row;
  const profile = profileOf(wish, before?.profile);
  const start = before ?? beginJourney(id, profile);
  const change = changeBetween(start.profile, profile);
  const renamed = change ? record(start, { kind: 'profile', on: run.today, ...change }, run.recorder()) : start;
  const attempts = attemptsIn(renamed, run);
  const table = stepsTables[boardOf(profile.credential)];
  const { doings, lacks } = doingsOf(wish, nearestAttempt(wish, attempts), table, run.today);
  const off = offScale(row, renamed, run);
  if (off.length > 0) return { faults: off };
  if (lacks.length > 0) return { faults: lacks.map(({ column, reason }) => faultFor(row, [column], reason)) };

  const doubts: ImportFault[] = [];
  let journey = renamed;
  for (const doing of doings) {
    if (doing.on > run.today) doubts.push(faultFor(row, doing.from, tooLate(doing.on, run)));
    try {
      const fact = factOf(run, journey, doing);
      doubts.push(...lostFail(journey, fact, run).map((warning) => contradiction(row, ['exam'], warning)));
      journey = record(journey, fact, run.recorder());
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { faults: [faultFor(row, doing.from, error.message)] };
    }
  }
  if (doings.length > 0 && doubts.length === 0) {
    const found = newContradictions(start, journey, run.rulebook());
    doubts.push(...found.map((warning) => contradiction(row, tellingOf[warning.id] ?? [], warning)));
  }
  if (doubts.length > 0 && !run.globals.force) return { faults: doubts };
  const stray = doings.length > 0 ? strayOf(run, row, journey) : [];
  if (stray.length > 0) return { faults: stray };
  if (doubts.length > 0) journey = forcedAfter(renamed, journey);
  const notes = newNotes(row, journey).map((text): NewFact => ({ kind: 'note', on: run.today, text }));
  const after = notes.length > 0 ? recordAll(journey, notes, run.recorder()) : journey;
  return { journey: { ...after, revision: before ? before.revision + (after === before ? 0 : 1) : 1 } };
}

/** A day that is not given stays; tags in another order are the same. */
function profileOf(wish: Wish, base: Profile | undefined): Profile {
  const { name, credential, country, zone, email, owner, tags } = wish;
  const known = new Set(base?.tags ?? []);
  const isSame = tags?.length === known.size && tags.every((tag) => known.has(tag));
  const given = { name, credential, country, zone, email, owner, tags: isSame ? undefined : tags };
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { name: '', credential: 'MLS(ASCPi)', ...base, ...changes };
}

const rulebookOf = ({ profile }: Pick<Journey, 'profile'>, run: Run) => rulebookFor(profile.credential, run.rulebook());

const attemptsIn = (journey: Journey, run: Run) =>
  attemptsOf(factsOn(journey, LAST_DAY), LAST_DAY, rulebookOf(journey, run));

/** A score that the board does not give, where its scale is known. */
function offScale(row: Row, journey: Journey, run: Run): ImportFault[] {
  const { score, scores = run.today } = row.wish;
  const scale = scaleOn(rulebookOf(journey, run), scores);
  if (score === undefined || !scale || (score >= scale.min && score <= scale.max)) return [];
  return [
    faultFor(row, ['score'], `is off the scale of the board. Give a whole number from ${scale.min} to ${scale.max}`),
  ];
}

/** What the row does not say stays as the attempt has it that the fact falls into. */
function factOf(run: Run, journey: Journey, { step, on, answers }: Doing): NewFact {
  const before = attemptsIn(journey, run);
  const rulebook = rulebookOf(journey, run);
  const bare = { on, ...stepAnswers[step].read(answers, rulebook, on) };
  const { by, at } = run.recorder();
  const tried = attemptsIn(record(journey, bare, { by, at, newId: () => 'tried' }), run);
  const landed = before[tried.findIndex(({ facts }) => facts[step]?.id === 'tried')];
  if (!landed?.facts[step]) return bare;
  const options = withRecorded(step, { on, ...answers }, { running: landed, inSight: landed });
  return { on, ...stepAnswers[step].read(options, rulebook, on) };
}

const tooLate = (on: CivilDate, { today }: Run): string =>
  `${on} is after today, ${today}, and a fact is something that happened. To take it anyway: --force`;

const contradiction = (row: Row, columns: readonly ImportColumn[], { message, hint }: Warning): ImportFault =>
  faultFor(row, columns, `${message}. ${hint}. To take it anyway: --force`);

/** What was added to a journey is kept although it contradicts. */
const forcedAfter = (before: Journey, after: Journey): Journey => ({
  ...after,
  facts: after.facts.map((fact, index) => (index < before.facts.length ? fact : { ...fact, forced: true })),
});

/** Where the journey still does not say it: then the row is about two attempts, or about one that others have followed. */
function strayOf(run: Run, row: Row, after: Journey): ImportFault[] {
  const open = unsaid(row.wish, nearestAttempt(row.wish, attemptsIn(after, run)));
  if (open.length === 0) return [];
  const reason = `is of another attempt than the rest of the line. Record it by hand: ascpi history -c ${after.id}`;
  return [faultFor(row, open, reason)];
}

/** Where to look first, by the id of what contradicts. */
const tellingOf: Readonly<Record<string, readonly ImportColumn[]>> = {
  'admission-before-application': ['admission', 'application'],
  'window-reversed': ['window_start', 'window_end'],
  'window-before-admission': ['window_end', 'admission'],
  'exam-before-admission': ['exam', 'admission'],
  'exam-outside-window': ['exam', 'window_end', 'admission'],
  'booking-outside-window': ['exam', 'window_end', 'admission'],
  'exam-before-opening': ['exam', 'admission'],
  'booked-in-the-past': ['exam'],
  'scores-before-exam': ['scores', 'exam'],
  'certificate-without-pass': ['certificate', 'result', 'scores'],
  'expires-before-certificate': ['expires', 'certificate'],
  'score-contradicts-result': ['score', 'result'],
};

/** At the first of these columns that the row fills, else at whatever it fills. */
function faultFor({ given, line }: Row, columns: readonly ImportColumn[], reason: string): ImportFault {
  const place = [...columns, ...importColumns.toReversed()].map((column) => given.get(column)).find(Boolean);
  return place ? faultAt(place, reason) : faultOfLine(line, reason);
}

/** Those that no standing note says yet, word for word. */
function newNotes({ wish, extra }: Row, journey: Journey): string[] {
  const standing = notesIn(factsOn(journey, LAST_DAY));
  const isExported = wish.notes && joinNotes(wish.notes) === joinNotes(standing);
  const known = new Set(standing.flatMap((note) => [note, ...splitNotes(note)]));
  return [...(isExported ? [] : (wish.notes ?? [])), ...extra.map(extraNote)].filter((text) => !known.has(text));
}
