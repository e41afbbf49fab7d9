// What is lost for good when a candidate is removed.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { View } from './view.ts';

/** `journey` is undefined where its file can't be read. */
export function removalView(id: string, journey: Journey | undefined, today: CivilDate, dryRun: boolean): View {
  const name = journey?.profile.name;
  const facts = journey?.facts.length ?? null;
  const who = name === undefined ? [id] : [{ user: name }, ` (${id})`];
  return {
    name: 'candidates-remove',
    today,
    data: { dryRun, candidate: { id, name: name ?? null }, facts },
    blocks: [
      {
        type: 'paragraph',
        text: [`${dryRun ? 'Would remove' : 'Removed'}: `, ...who, `, ${lossText(journey)}.`],
        tone: 'good',
      },
    ],
  };
}

/** `4 facts, 1 note and 2 reminders among them` */
export function lossText(journey: Journey | undefined): string {
  if (!journey) return 'whose file can not be read';
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const ofKind = (kind: string) => journey.facts.filter((fact) => fact.kind === kind).length;
  const among = (['note', 'reminder'] as const)
    .filter((kind) => ofKind(kind) > 0)
    .map((kind) => counted(ofKind(kind), kind));
  const all = counted(journey.facts.length, 'fact');
  return among.length > 0 ? `${all}, ${among.join(' and ')} among them` : all;
}
