// What was recorded, when and by whom: every fact in the order recorded, taken back or not.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Fact } from '../domain/fact.ts';
import { isRecordedBy, type Journey, standing } from '../domain/journey.ts';
import { changeText } from './profile.ts';
import { candidateData } from './status.ts';
import type { Cell, View } from './view.ts';

/** What a fact carries beyond what every fact has. */
function factDetails(fact: Fact): Record<string, unknown> {
  const { id: _id, at: _at, by: _by, host: _host, on: _on, kind: _kind, forced: _forced, ...details } = fact;
  return details;
}

export function historyView(journey: Journey, today: CivilDate): View {
  const { undone } = standing(journey);
  const facts = journey.facts.filter((fact) => fact.on <= today || isRecordedBy(fact, today));
  const isShared = facts.some(({ host }) => host !== undefined);
  const entries = facts.map((fact) => ({
    id: fact.id,
    at: fact.at,
    on: fact.on,
    fact: fact.kind,
    by: fact.by,
    ...(fact.host === undefined ? {} : { host: fact.host }),
    undone: undone.has(fact.id),
    ...(fact.forced ? { forced: true } : {}),
    details: factDetails(fact),
  }));
  const rows = facts.map((fact): Cell[] => [
    { value: fact.at, text: `${fact.at.slice(0, 16).replace('T', ' ')} UTC` },
    { value: fact.on, text: dayDate(fact.on) },
    { value: fact.kind, text: undone.has(fact.id) ? `${fact.kind} (taken back)` : fact.kind },
    { value: detailsText(fact, facts), text: { user: detailsText(fact, facts) } },
    { value: fact.by, text: { user: fact.by } },
    ...(isShared ? [{ value: fact.host ?? '', text: { user: fact.host ?? '' } }] : []),
  ]);
  const columns = [
    { key: 'at', title: 'Recorded' },
    { key: 'on', title: 'Happened on' },
    { key: 'fact', title: 'Fact' },
    { key: 'details', title: 'Details' },
    { key: 'by', title: 'By' },
    ...(isShared ? [{ key: 'host', title: 'On' }] : []),
  ];
  return {
    name: 'history',
    today,
    data: { candidate: candidateData(journey), entries },
    blocks: [
      { type: 'title', text: ['Recorded for ', { user: journey.profile.name }] },
      rows.length > 0
        ? { type: 'table', columns, rows }
        : { type: 'paragraph', text: ['Nothing is recorded yet. Begin: ', { command: 'ascpi done eligibility' }] },
    ],
  };
}

export function detailsText(fact: Fact, all: readonly Fact[] = []): string {
  const said = saidOf(fact, all) ?? partsOf(factDetails(fact));
  return [...said, ...(fact.forced ? ['forced'] : [])].filter(Boolean).join(', ');
}

const partsOf = (details: Record<string, unknown>): string[] =>
  Object.entries(details).map(([key, value]) => `${words(key)} ${value === null ? '(none)' : String(value)}`);

/** What kinds of facts say in their own words; undefined for those whose fields say it. */
function saidOf(fact: Fact, all: readonly Fact[]): readonly string[] | undefined {
  switch (fact.kind) {
    case 'undo':
    case 'redo': {
      const target = all.find(({ id }) => id === fact.of);
      return target ? [`${target.kind} of ${target.on}`] : [];
    }
    case 'check': {
      const { item, ticked, validUntil } = fact;
      return [`${item}${ticked ? '' : ' (not ticked)'}`, validUntil ? `valid until ${validUntil}` : ''];
    }
    case 'application': {
      const { fee, reference } = fact;
      return fee ? [`fee ${fee.amount} ${fee.currency}`, reference ?? ''] : undefined;
    }
    case 'document': {
      const { item, state, from, name, validUntil } = fact;
      return [
        `${item} ${state}`,
        from ? `by ${from}` : '',
        name ? `under the name ${name}` : '',
        validUntil ? `valid until ${validUntil}` : '',
      ];
    }
    case 'activity': {
      const { points, area, title, credentials, evidence } = fact;
      const kept = evidence ? `evidence: ${evidence}` : '';
      return [`${points} ${area}`, title, credentials ? `for ${credentials.join(' and ')}` : '', kept];
    }
    case 'points-table': {
      const areas = Object.entries(fact.areas ?? {}).map(([area, points]) => `${area} ${points}`);
      return [fact.credential ?? '', ...(areas.length > 0 ? areas : ['as in the rules'])];
    }
    case 'note':
      return [fact.text.replace(/\s*\n\s*/g, ' / ').replaceAll('\t', ' ')];
    case 'profile':
      return [changeText(fact.set)];
    case 'snooze':
      return [`no reminders of ${fact.date} before ${fact.until}`];
    case 'mute':
      return [`${fact.muted ? 'no reminders' : 'reminders again'} of ${fact.date ?? 'any date'}`];
    case 'reminder':
      return [
        `${fact.state}: ${fact.date} of ${fact.due}, ${rungText(fact.rung)}, by ${fact.channel}`,
        fact.to ? `to ${fact.to}` : '',
        fact.reason ?? '',
      ];
    default:
      return undefined;
  }
}

/** `30 days before`, `on the day`, `after it` */
export function rungText(rung: number): string {
  if (rung < 0) return 'after it';
  return rung === 0 ? 'on the day' : `${rung} day${rung === 1 ? '' : 's'} before`;
}

/** `windowEnd` reads `window end`. */
const words = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
