// A try: what would follow from an exam day and a result. Nothing is kept.
import { type CivilDate, longDate } from '../../domain/civil-date.ts';
import type { Journey } from '../../domain/journey.ts';
import { record } from '../../domain/journey.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { dateListView } from '../../views/date-list.ts';
import type { View } from '../../views/view.ts';
import type { Run } from '../run.ts';
import type { Ask } from './ask.ts';
import { results, tryOut } from './sentences.ts';
import { askDay } from './step-conversation.ts';

export async function talkAboutTry(ask: Ask, run: Run, journey: Journey): Promise<void> {
  const day = await askDay({ ask, run }, { id: 'try.exam', ...tryOut.exam, kind: 'day', optional: false });
  const result = await ask.choose({
    id: 'try.result',
    ...tryOut.result,
    choices: [
      { title: results.pass, value: 'pass' as const },
      { title: results.fail, value: 'fail' as const },
    ],
  });
  await ask.say(tryOut.asOf(longDate(asOf(run, day as CivilDate))));
  await ask.say(viewOfTry(run, journey, day as CivilDate, result));
  await ask.say(tryOut.shown);
}

/** The dates as they would stand on the exam day. */
function viewOfTry(run: Run, journey: Journey, exam: CivilDate, result: 'pass' | 'fail'): View {
  const booked = record(journey, { kind: 'schedule', exam, on: run.today }, run.recorder());
  const taken = record(booked, { kind: 'exam', result, on: exam }, run.recorder());
  return dateListView(taken, timelineOf(taken, asOf(run, exam), run.rulebook()));
}

const asOf = ({ today }: Run, exam: CivilDate): CivilDate => (exam > today ? exam : today);
