// Reads the cells of a row: each column by its own kind, every fault told with its place.
import * as v from 'valibot';
import type { CivilDate } from '../../domain/civil-date.ts';
import { type DateFormat, type DayReading, readingOf } from '../../domain/date-format.ts';
import { NOTE_LIMIT } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { dayColumns, type ImportColumn, importColumns } from '../../domain/import-columns.ts';
import { faultAt, type ImportFault, type Place } from '../../domain/import-fault.ts';
import type { Entry } from '../../domain/import-table.ts';
import type { Wish } from '../../domain/import-wish.ts';
import { isJourneyId } from '../../domain/journey-id.ts';
import { addressFault } from '../../domain/mail-address.ts';
import { splitNotes } from '../../domain/note-cell.ts';
import { MOST_TAGS, NAME_LIMIT, OWNER_LIMIT, tagShape } from '../../domain/profile.ts';
import { MOST_SCORE } from '../../domain/score-scale.ts';
import { noteFault, textFault } from '../../domain/text.ts';
import { choiceAnswer, integerAnswer, zoneAnswer } from '../commands/answers.ts';
import { countryCode } from '../countries.ts';
import { credentialNamed, type Run } from '../run.ts';

export interface Row extends Entry {
  /** of the cells that could be read */
  readonly wish: Wish;
  /** whether that is all of them */
  readonly isWhole: boolean;
}

export interface ReadRows {
  readonly rows: readonly Row[];
  /** forms of days that columns proved, by column */
  readonly proved: ReadonlyMap<ImportColumn, string>;
  readonly faults: readonly ImportFault[];
}

/** Says why a text is no answer; the words become those of a fault. */
const refuse = (reason: string): never => {
  throw new Failure('usage', reason);
};
const unless = (text: string, fault: string | undefined): string => (fault === undefined ? text : refuse(fault));

function readTags(text: string): string[] {
  const tags = [...new Set(text.split(/[;,\s]+/).filter(Boolean))];
  const wrong = tags.find((tag) => !v.is(tagShape, tag));
  if (wrong !== undefined) refuse(`has ${quote(wrong)}, and a tag is one word of letters, digits, dots, - and _`);
  return tags.length > MOST_TAGS ? refuse(`has more than ${MOST_TAGS} tags`) : tags;
}

/** Whether it is on the scale of its board is asked once the candidate is known. */
const readScore = (text: string): number =>
  integerAnswer({ score: text }, 'score', 0, MOST_SCORE) ?? refuse('is empty');

function readNotes(text: string): string[] {
  const notes = splitNotes(text);
  for (const note of notes) unless(note, noteFault(note, NOTE_LIMIT));
  return notes;
}

type DayColumn = (typeof dayColumns)[number];
type Readers = { readonly [C in Exclude<ImportColumn, DayColumn>]: (text: string, run: Run) => Wish[C] };

/** Words and codes may stand in spaces; what a person wrote is kept as it is. */
const readers: Readers = {
  id: (text) =>
    isJourneyId(text.trim())
      ? text.trim()
      : refuse(
          "can't be an id: it has 1 to 64 of the characters a-z, 0-9 and hyphen, and begins with a letter or digit",
        ),
  name: (text) => unless(text, textFault(text, NAME_LIMIT)),
  email: (text) => unless(text.trim(), addressFault(text.trim())),
  credential: (text, run) => credentialNamed(run, text.trim()).id,
  country: (text) => countryCode(text),
  zone: (text) => zoneAnswer({ zone: unless(text.trim(), textFault(text.trim(), 60)) }) ?? refuse('is empty'),
  owner: (text) => unless(text, textFault(text, OWNER_LIMIT)),
  tags: readTags,
  result: (text) => choiceAnswer({ result: text.trim() }, 'result', ['pass', 'fail']) ?? refuse('is empty'),
  score: (text) => readScore(text.trim()),
  notes: readNotes,
};

type Answer = { readonly value: Wish[ImportColumn] } | { readonly reason: string };

/** `declared` is the form of days that the user says the file has. */
export function readRows(entries: readonly Entry[], declared: DateFormat | undefined, run: Run): ReadRows {
  const answer = answersOf(entries, declared, run);
  const faults: ImportFault[] = [];
  const rows = entries.map((entry): Row => {
    const wish: Record<string, unknown> = {};
    const before = faults.length;
    for (const [column, place] of entry.given) {
      if (entry.bad.has(column)) continue;
      const read = answer.read(column, place);
      if ('reason' in read) faults.push(faultAt(place, read.reason));
      else wish[column] = read.value;
    }
    for (const { column, text, ...place } of entry.extra) {
      const fault = noteFault(extraNote({ column, text, ...place }), NOTE_LIMIT);
      if (fault) faults.push(faultAt({ column, text, ...place }, fault));
    }
    return { ...entry, wish: wish as Wish, isWhole: faults.length === before && entry.bad.size === 0 };
  });
  return { rows, proved: answer.proved, faults };
}

/** A cell of a column that the roster does not have, as a note. */
export const extraNote = ({ column, text }: Place): string => `${column}: ${text}`;

/** The same text of the same column is read once: a roster repeats itself. */
function answersOf(entries: readonly Entry[], declared: DateFormat | undefined, run: Run) {
  const known = new Map<string, Answer>();
  const days = new Map<ImportColumn, (text: string) => DayReading>();
  const proved = new Map<ImportColumn, string>();
  for (const column of dayColumns) {
    const texts = entries.flatMap(({ given }) => given.get(column)?.text ?? []);
    const reading = readingOf(texts, declared);
    days.set(column, reading.read);
    if (reading.proved) proved.set(column, reading.proved.name);
  }
  const readNew = (column: ImportColumn, text: string): Answer => {
    const day = days.get(column)?.(text);
    if (day !== undefined) return typeof day === 'string' ? { value: day satisfies CivilDate } : day;
    try {
      return { value: readers[column as keyof Readers](text, run) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { reason: reasonOf(error, text) };
    }
  };
  const read = (column: ImportColumn, { text }: Place): Answer => {
    const key = `${importColumns.indexOf(column)} ${text}`;
    const found = known.get(key) ?? readNew(column, text);
    known.set(key, found);
    return found;
  };
  return { read, proved };
}

/** The value stands beside the reason, so it is not said twice. */
function reasonOf({ message, hint }: Failure, text: string): string {
  const said = message.replace(`${quote(text.trim())} `, '').replace(/ to --(result|score)$/, '');
  return hint ? `${said}. ${hint}` : said;
}
