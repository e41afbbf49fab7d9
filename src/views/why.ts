// Why a date is that day: the facts, notices, rules and adjustments behind it, in order.
import { dayDate } from '../domain/civil-date.ts';
import type { Link } from '../domain/derivation.ts';
import { boardOf, stepsTables } from '../domain/steps-tables.ts';
import type { Timeline, TimelineDate } from '../domain/timeline.ts';
import { dateData, daysText, longWhen } from './dates.ts';
import type { Block, Item, Text, View } from './view.ts';

const linkTitles = {
  fact: 'Fact',
  notice: 'Notice',
  rule: 'Rule',
  assumption: 'Assumption',
  override: 'Your own value',
  adjustment: 'Adjustment',
} as const;

export function whyView(date: TimelineDate, timeline: Timeline): View {
  const { today } = timeline;
  const chain = date.chain.map(({ kind, value, rule, source, checked, confidence, note }) => ({
    kind,
    value,
    ...(rule ? { rule } : {}),
    ...(source ? { source } : {}),
    ...(checked ? { checked } : {}),
    ...(confidence ? { confidence } : {}),
    ...(note ? { note } : {}),
  }));
  const blocks: Block[] = [
    { type: 'title', text: `${date.title}: ${longWhen(date)}`, aside: daysText(date.daysLeft) },
    { type: 'items', items: date.chain.map(linkItem) },
    { type: 'paragraph', text: basisText(date, timeline) },
  ];
  return { name: 'why', today, data: { date: dateData(date), chain }, blocks };
}

function linkItem(link: Link): Item {
  const details: Text[] = [];
  if (link.source && link.checked) {
    details.push(`Source: ${link.source}`);
    details.push(`Last checked ${dayDate(link.checked)}; confidence ${link.confidence ?? 'not stated'}`);
  }
  if (link.note) details.push(`Note: ${link.note}`);
  return { mark: 'bullet', label: linkTitles[link.kind], text: link.value, details };
}

function basisText({ basis, provisional, id, record }: TimelineDate, { credential }: Timeline): Text {
  if (basis === 'notice') return 'This day is printed on your own document, and that wins over every rule.';
  if (basis === 'fact') return 'This day is a fact you recorded.';
  if (!provisional) return 'This day is computed from a day printed on your own document.';
  const command =
    id === 'exam-window' ? `ascpi done ${stepsTables[boardOf(credential)].window} --window-end <date>` : record;
  return `This day is computed and provisional: if your own notice or account prints another, that one wins.${
    command ? ` Record it with ${command}.` : ''
  }`;
}
