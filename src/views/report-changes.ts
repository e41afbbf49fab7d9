// What changed since the last report: the counts first, then who.
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import type { Changes, Place } from '../domain/cohort-changes.ts';
import { steps } from '../domain/steps.ts';
import type { Block, Cell, Column, Data } from './view.ts';

interface Input {
  readonly changes: Changes | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** Of one kind nobody reads more; JSON has them all. */
const MOST = 15;

const columns: readonly Column[] = [
  { key: 'change', title: 'Change' },
  { key: 'candidate', title: 'Candidate', least: 12 },
  { key: 'from', title: 'From' },
  { key: 'to', title: 'To' },
];

const REMEMBER = 'ascpi report --remember';

export function changeBlocks({ changes, names }: Input): Block[] {
  if (changes === undefined) {
    const text = 'No earlier report of these candidates is remembered. Remember this one, with the same conditions: ';
    return [{ type: 'paragraph', text: [text, { command: REMEMBER }], tone: 'faint' }];
  }
  const since: Block = { type: 'paragraph', text: `Since the report of ${dayDate(changes.since)}:` };
  const { overdue, exams, forward, back, added, gone } = changes;
  const counts = [
    ['Overdue since then', overdue.length],
    ['Exam moved', exams.length],
    ['Moved back', back.length],
    ['Moved on', forward.length],
    ['New', added.length],
    ['Gone', gone.length],
  ] as const;
  if (counts.every(([, count]) => count === 0)) return [since, { type: 'paragraph', text: 'Nothing changed.' }];
  return [
    since,
    { type: 'fields', fields: counts.map(([label, count]) => ({ label, text: countText(count) })) },
    { type: 'table', columns, rows: rowsOf(changes, names) },
  ];
}

const countText = (count: number): string =>
  count === 0 ? 'none' : count > MOST ? `${count}, the first ${MOST} are listed; JSON has them all` : String(count);

/** The worst first. */
function rowsOf({ overdue, exams, forward, back, added, gone }: Changes, names: Input['names']): Cell[][] {
  const who = (id: string): Cell => {
    const name = names.get(id);
    return { value: name ?? id, text: name === undefined ? id : [{ user: name }, ` (${id})`] };
  };
  const own = (text: string): Cell => ({ value: text, text });
  const day = (date: CivilDate): Cell => ({ value: date, text: shortDate(date) });
  const at = (place: Place): Cell => own(placeText(place));
  const alone = (label: string, ids: readonly string[]) =>
    ids.slice(0, MOST).map((id) => [own(label), who(id), own(''), own('')]);
  return [
    ...alone('overdue', overdue),
    ...exams.slice(0, MOST).map(({ id, from, to }) => [own('exam moved'), who(id), day(from), day(to)]),
    ...back.slice(0, MOST).map(({ id, from, to }) => [own('moved back'), who(id), at(from), at(to)]),
    ...forward.slice(0, MOST).map(({ id, from, to }) => [own('moved on'), who(id), at(from), at(to)]),
    ...alone('new', added),
    ...alone('gone', gone),
  ];
}

const placeText = (place: Place): string => (place === 'all-done' ? 'all done' : steps[place].title);

export const changesData = (changes: Changes | undefined): Data | null =>
  changes === undefined ? null : { ...changes };
