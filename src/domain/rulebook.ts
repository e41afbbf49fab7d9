// The rulebook: all rules and calendars at hand, with the user's own values in their place.
import type { BusinessCalendar, CalendarFile } from './business-days.ts';
import type { CivilDate } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import type { Calendars } from './period.ts';
import { parseValue, type Rule, type RuleInForce, type RuleValue, valueOn } from './rule.ts';
import { type BoardId, boardOf, type StepsTable, stepsTables } from './steps-tables.ts';

export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly calendars: Calendars;
  readonly calendarIds: readonly string[];
  /** The value that acts on a clock that starts that day; undefined where none is known: say so, never assume. */
  readonly inForce: (id: string, day: CivilDate) => RuleInForce | undefined;
  /** the way that the rules are those of */
  readonly steps: StepsTable;
}

/** Where rules and calendars come from, each read when it is first asked for. */
export interface RuleSource {
  readonly all: () => readonly Rule[];
  readonly rule: (id: string) => Rule | undefined;
  readonly calendar: (id: string) => CalendarFile | undefined;
  readonly calendarIds: () => readonly string[];
}

/** `own` are the user's values as typed, by rule id; one that can't be read fails with `usage` where it would act. */
export function rulebookFrom(source: RuleSource, own: Readonly<Record<string, string>> = {}): Rulebook {
  const rule = remembered(source.rule);
  const file = remembered(source.calendar);
  const calendar = remembered((id: string) => assembleCalendar(id, file, rule));
  const mine = remembered((id: string) => {
    const text = Object.hasOwn(own, id) ? own[id] : undefined;
    return text === undefined ? undefined : readOwnValue(rule(id), id, text);
  });
  let calendarIds: readonly string[] | undefined;
  return {
    get rules() {
      return source.all();
    },
    calendars: calendar,
    get calendarIds() {
      calendarIds ??= source.calendarIds();
      return calendarIds;
    },
    steps: stepsTables.ASCPi,
    inForce(id, day) {
      const found = rule(id);
      const dated = found && valueOn(found, day);
      if (!found || !dated) return undefined;
      const { value, source: origin, checked, confidence, from, note } = dated;
      const base = { id, title: found.title, kind: found.kind, value, source: origin, checked, confidence, from, note };
      const ownValue = mine(id);
      return ownValue ? { ...base, value: ownValue, replaces: value } : base;
    },
  };
}

const ofBoards = new WeakMap<Rulebook, Map<BoardId, Rulebook>>();

/** The same rulebook for the way to a credential: of another board, its own rules and the advice that is for all. */
export function rulebookFor(credential: string, rulebook: Rulebook): Rulebook {
  const board = boardOf(credential);
  if (rulebook.steps.board === board) return rulebook;
  const known = ofBoards.get(rulebook) ?? new Map<BoardId, Rulebook>();
  ofBoards.set(rulebook, known);
  const own = known.get(board) ?? ofBoard(rulebook, stepsTables[board]);
  known.set(board, own);
  return own;
}

const ofBoard = (rulebook: Rulebook, steps: StepsTable): Rulebook => ({
  get rules() {
    return rulebook.rules;
  },
  get calendarIds() {
    return rulebook.calendarIds;
  },
  calendars: rulebook.calendars,
  steps,
  inForce(id, day) {
    const own = rulebook.inForce(`${steps.rules}${id}`, day);
    if (own) return own;
    const shared = rulebook.inForce(id, day);
    return shared?.kind === 'rule' ? undefined : shared;
  },
});

function remembered<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value = known.has(id) ? (known.get(id) as T) : find(id);
    known.set(id, value);
    return value;
  };
}

/** A rulebook of rules that are at hand. Fails with `usage` on an own value that can't be read. */
export function makeRulebook(
  rules: readonly Rule[],
  calendarFiles: readonly CalendarFile[],
  own: Readonly<Record<string, string>> = {},
): Rulebook {
  const rule = (id: string) => rules.find((each) => each.id === id);
  for (const [id, text] of Object.entries(own)) readOwnValue(rule(id), id, text);
  const calendar = (id: string) => calendarFiles.find((each) => each.id === id);
  return rulebookFrom({ all: () => rules, rule, calendar, calendarIds: () => calendarFiles.map(({ id }) => id) }, own);
}

/** Fails with `usage` when there is no such rule or the text is no value of its kind. */
export function readOwnValue(rule: Rule | undefined, id: string, text: string): RuleValue {
  if (!rule) throw new Failure('usage', `there is no rule ${quote(id)}`, 'List them: ascpi rules');
  const like = rule.values.at(-1)?.value;
  const value = like && parseValue(text, like);
  if (value) return value;
  throw new Failure(
    'usage',
    `${quote(text)} is not a value of the rule ${id}`,
    like && 'daysBefore' in like
      ? 'Days before are written 30,7,1,0,after, where 0 is the day itself; none is for no reminders'
      : 'Periods are written 90d, 8w, 3mo, 3y or 4bd, ranges 6w..8w, counts 5, amounts 240USD',
  );
}

function assembleCalendar(
  id: string,
  find: (id: string) => CalendarFile | undefined,
  rule: (id: string) => Rule | undefined,
): BusinessCalendar {
  const file = find(id);
  if (!file) throw new Failure('bug', `a rule counts in the calendar ${quote(id)}, which is not in data/calendars`);
  const inherited = file.holidaysOf === undefined ? [] : assembleCalendar(file.holidaysOf, find, rule).holidays;
  const closures = file.closures.flatMap((ruleId) => {
    const closure = rule(ruleId);
    return closure ? [{ title: closure.title, on: (date: CivilDate) => closureOn(closure, date) }] : [];
  });
  return {
    id,
    title: file.title,
    closedWeekdays: file.closedWeekdays,
    holidays: [...inherited, ...file.holidays],
    closures,
    origin: file,
  };
}

function closureOn(rule: Rule, date: CivilDate) {
  const value = valueOn(rule, date)?.value;
  return value && 'closedFrom' in value ? { from: value.closedFrom, to: value.closedTo } : undefined;
}
