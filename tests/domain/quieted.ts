// Facts of a journey whose reminders went out, failed, or were asked to be silent.
import { addDays } from '../../src/domain/civil-date.ts';
import { channels, type Fact } from '../../src/domain/fact.ts';
import type { Journey } from '../../src/domain/journey.ts';
import { remindersOf } from '../../src/domain/reminder.ts';
import { shippedRulebook } from './shipped.ts';

const rulebook = shippedRulebook();

/** Some were reminded already, some of them in vain, and some asked for silence. */
export function quieted(journey: Journey, index: number): Fact[] {
  const last = journey.facts.at(-1);
  if (!last) return [];
  const on = last.on;
  const common = { on, at: '2026-12-15T08:00:00Z', by: 'tester' };
  const due = remindersOf(journey, on, rulebook, { until: addDays(on, 60) }).slice(0, 2);
  const sent = due.map(({ date, due: day, rung, key }, at): Fact => {
    const channel = channels[index % channels.length] ?? 'eml';
    const state = (['sent', 'intended', 'failed'] as const)[(index + at) % 3] ?? 'sent';
    return {
      ...common,
      id: `sent-${at}`,
      kind: 'reminder',
      key: `${key}/${channel}`,
      date,
      due: day,
      rung,
      channel,
      state,
    };
  });
  const [first] = due;
  const isSilent = first && index % 3 === 0;
  return isSilent
    ? [...sent, { ...common, id: 'snooze', kind: 'snooze', date: first.date, until: addDays(on, 25) }]
    : sent;
}
