// What is particular to checklists of occasions: the interview is made of criteria, the arrival counts weeks from a day.
import { type Checklist, checklistId } from '../../domain/checklist.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import type { Options, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { dateAnswer, flagOf } from './answers.ts';

/** The sheet of questions to a staffing agency is found among the checklists too. */
export const INTERVIEW = 'interview';

const OF_CHECKLISTS = ['arrival', 'pages', 'blank', 'credential', 'country', 'route', 'print'];

/** Fails with `usage` on options that say nothing about it. */
export async function interviewSheet(run: Run, options: Options): Promise<Outcome> {
  const key = OF_CHECKLISTS.find((each) => options[each] !== undefined);
  const flag = key === undefined ? options['candidate'] !== undefined && '-c' : flagOf(key);
  if (flag) {
    const hint = 'It can be printed from a file: ascpi agency sheet -o sheet.pdf';
    throw new Failure('usage', `${flag} makes no sense with checklist ${INTERVIEW}`, hint);
  }
  return (await import('../agency/sheet.ts')).decide(run);
}

/** The day from which weeks are counted. Fails with `usage` where nothing counts from it. */
export function arrivalAnswer(options: Options, lists: readonly Checklist[]): CivilDate | undefined {
  const arrival = dateAnswer(options, 'arrival');
  if (arrival === undefined || lists.some(({ items }) => items.some(({ weeks }) => weeks))) return arrival;
  throw new Failure(
    'usage',
    '--arrival makes no sense here: nothing of this counts from it',
    'See: ascpi checklist arrival',
  );
}

/** Whether it is an occasion that is asked for before there is any journey: it can be read all the same. */
export async function isBeforeJourneys(run: Run, typed: string | undefined): Promise<boolean> {
  const { candidate } = run.globals;
  const isOccasion = run.checklists().some((list) => list.step === undefined && checklistId(list) === typed);
  return isOccasion && candidate === undefined && (await run.store().list()).length === 0;
}
