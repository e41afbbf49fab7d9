// The rulebook: all rules and calendars at hand, with the user's own values in their place.
import type { BusinessCalendar, CalendarFile } from './business-days.ts';
import type { CivilDate } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import type { Calendars } from './period.ts';
import { parseValue, type Rule, type RuleInForce, type RuleValue, valueOn } from './rule.ts';

export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly calendars: Calendars;
  readonly calendarIds: readonly string[];
  /** The value that acts on a clock that starts that day; undefined where none is known: say so, never assume. */
  readonly inForce: (id: string, day: CivilDate) => RuleInForce | undefined;
}

/** `own` are the user's values as typed, by rule id. Fails with `usage` on one that can't be read. */
export function makeRulebook(
  rules: readonly Rule[],
  calendarFiles: readonly CalendarFile[],
  own: Readonly<Record<string, string>> = {},
): Rulebook {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ownValues = new Map(Object.entries(own).map(([id, text]) => [id, readOwnValue(byId.get(id), id, text)]));
  return {
    rules,
    calendars: (id) => assembleCalendar(id, calendarFiles, byId),
    calendarIds: calendarFiles.map(({ id }) => id),
    inForce(id, day) {
      const rule = byId.get(id);
      const dated = rule && valueOn(rule, day);
      if (!rule || !dated) return undefined;
      const { value, source, checked, confidence, from, note } = dated;
      const base = { id, title: rule.title, value, source, checked, confidence, from, note };
      const mine = ownValues.get(id);
      return mine ? { ...base, value: mine, replaces: value } : base;
    },
  };
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
    'Periods are written 90d, 8w, 3mo, 3y or 4bd, ranges 6w..8w, counts 5, amounts 240USD',
  );
}

function assembleCalendar(
  id: string,
  files: readonly CalendarFile[],
  rules: ReadonlyMap<string, Rule>,
): BusinessCalendar {
  const file = files.find((each) => each.id === id);
  if (!file) throw new Failure('bug', `a rule counts in the calendar ${quote(id)}, which is not in data/calendars`);
  const inherited = file.holidaysOf === undefined ? [] : assembleCalendar(file.holidaysOf, files, rules).holidays;
  const closures = file.closures.flatMap((ruleId) => {
    const rule = rules.get(ruleId);
    return rule ? [{ title: rule.title, on: (date: CivilDate) => closureOn(rule, date) }] : [];
  });
  return {
    id,
    title: file.title,
    closedWeekdays: file.closedWeekdays,
    holidays: [...inherited, ...file.holidays],
    closures,
  };
}

function closureOn(rule: Rule, date: CivilDate) {
  const value = valueOn(rule, date)?.value;
  return value && 'closedFrom' in value ? { from: value.closedFrom, to: value.closedTo } : undefined;
}
