// A try: what would follow from an exam day and a result. Nothing is kept.
import { type CivilDate, longDate } from '../../domain/civil-date.ts';
import type { Journey } from '../../domain/journey.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { tryWhatIf } from '../../domain/what-if.ts';
import { dateListView } from '../../views/date-list.ts';
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
  const whatIf = { days: {}, exam: day as CivilDate, result };
  const { journey: tried, horizon } = tryWhatIf(journey, whatIf, run.today);
  await ask.say(tryOut.asOf(longDate(horizon)));
  await ask.say(dateListView(tried, timelineOf(tried, horizon, run.rulebook())));
  await ask.say(tryOut.shown);
}
