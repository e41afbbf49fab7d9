// Every rule with its value, the day it took force, its source and the day it was last checked.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import { OWN_VALUE } from '../domain/derivation.ts';
import { describeValue, type Rule, type RuleInForce } from '../domain/rule.ts';
import type { Block, Data, Item, View } from './view.ts';

export interface RuleStanding {
  readonly rule: RuleInForce;
  readonly summary: string;
  readonly kind: Rule['kind'];
  readonly stale: boolean;
}

function ruleData({ rule, summary, kind, stale }: RuleStanding): Data {
  const { id, title, value, from, source, checked, confidence, note, replaces } = rule;
  return {
    id,
    title,
    kind,
    value,
    text: describeValue(value),
    from,
    source: replaces ? OWN_VALUE : source,
    checked,
    confidence,
    ...(note ? { note } : {}),
    ...(replaces ? { replaces: { value: replaces, text: describeValue(replaces), source } } : {}),
    summary,
    stale,
  };
}

export function rulesView(all: readonly RuleStanding[], unknown: readonly string[], today: CivilDate): View {
  return {
    name: 'rules',
    today,
    data: { rules: all.map(ruleData), unknown },
    blocks: [
      { type: 'title', text: 'Rules', aside: `in force on ${dayDate(today)}` },
      { type: 'items', items: all.map(ruleItem) },
      ...unknown.map((id): Block => ({ type: 'paragraph', text: `${id}: no value is known for that day.` })),
      {
        type: 'paragraph',
        text: 'Compiled by this tool, which is independent of ASCP. The dates on your own notice always win.',
        tone: 'faint',
      },
    ],
  };
}

function ruleItem({ rule, summary, kind, stale }: RuleStanding): Item {
  const { title, value, id, source, checked, confidence, note, from, replaces } = rule;
  const since = from ? `, in force since ${from}` : '';
  return {
    mark: 'bullet',
    label: id,
    text: `${title}: ${describeValue(value)}${kind === 'advice' ? ' (advice)' : ''}${since}`,
    details: [
      ...(replaces ? [`Your own value. The rule says ${describeValue(replaces)}.`] : []),
      summary,
      ...(note ? [`Note: ${note}`] : []),
      `Source: ${source}. Last checked ${checked}${stale ? ' (stale)' : ''}; confidence ${confidence}.`,
    ],
  };
}

export function rulesCheckView(
  all: readonly RuleStanding[],
  faults: readonly string[],
  staleAfter: string | undefined,
  today: CivilDate,
): View {
  const stale = all.filter((each) => each.stale);
  const oldest = all.map(({ rule }) => rule.checked).sort()[0] ?? null;
  const age = oldest ? ` The oldest was last checked on ${dayDate(oldest)}.` : '';
  const items: Item[] = [
    ...faults.map((text): Item => ({ mark: 'bullet', label: 'Fault', text: { user: text }, tone: 'bad' })),
    ...stale.map(
      ({ rule }): Item => ({
        mark: 'bullet',
        label: rule.id,
        text: `last checked ${dayDate(rule.checked)}: look at its source again (${rule.source})`,
        tone: 'soon',
      }),
    ),
  ];
  const fine = `${all.length} rules, all checked within ${staleAfter ?? 'an unknown time'}.${age}`;
  const bad =
    faults.length > 0
      ? `${faults.length} faults in data files. How fresh the rules are is judged once they are mended.`
      : `${stale.length} of ${all.length} rules not checked within ${staleAfter ?? 'an unknown time'}.${age}`;
  return {
    name: 'rules-check',
    today,
    data: { rules: all.map(ruleData), stale: stale.map(({ rule }) => rule.id), faults, oldest },
    blocks: [
      { type: 'paragraph', text: items.length === 0 ? fine : bad },
      ...(items.length > 0 ? [{ type: 'items', items } as const] : []),
    ],
  };
}
