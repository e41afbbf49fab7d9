// `ascpi remind`: what is due, for whom; with --send it goes out.
import { channels } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import type { Who } from '../../domain/journey.ts';
import { remindView } from '../../views/remind.ts';
import type { ReminderRow } from '../../views/reminder-rows.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer, flagOf, given } from '../commands/answers.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';
import { gather, gatherGists } from './gather.ts';
import type { DueOf } from './letter-words.ts';
import { sayer } from './say.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const channel = choiceAnswer(options, 'send', channels);
  if (channel !== undefined) {
    refuseOthers(options, ['check', 'within', 'all'], `--send ${channel}`, 'it is about the list of what is due');
    return (await import('./sending.ts')).decideSending(run, options, channel);
  }
  refuseOthers(options, ['limit', 'yes'], 'remind without --send', 'nothing is sent');
  if (run.globals.dryRun) throw senseless('--dry-run', 'remind without --send', 'nothing is sent');
  return list(run, options);
}

async function list(run: Run, options: Options): Promise<Outcome> {
  const within = given(options, 'within');
  const until = within === undefined ? run.today : (await import('../roster/selection.ts')).lastDayOf(within, run);
  const all = options['all'] === true;
  const { due, counts, unread, failure } =
    until === run.today
      ? await gatherGists(run, options, all || run.globals.format === 'json')
      : await gather(run, options, { until });
  const rows = due.map((each) => rowOf(each, run));
  const isDue = counts.new > 0;
  return {
    view: remindView({ rows, counts, today: run.today, until, unread, all }),
    ...(options['check'] === true && isDue ? { exit: EXIT_NO } : {}),
    ...(failure ? { failure } : {}),
    ...(isDue && options['check'] !== true
      ? { hints: ['Send them: ascpi remind --send print, or see: ascpi help remind'] }
      : {}),
  };
}

function rowOf(due: DueOf<Who>, run: Run): ReminderRow {
  const { reminder, journey } = due;
  return { reminder, profile: journey.profile, key: reminder.key, say: sayer(due, run) };
}

function refuseOthers(options: Options, keys: readonly string[], what: string, why: string): void {
  const found = keys.find((key) => options[key] !== undefined);
  if (found) throw senseless(flagOf(found), what, why);
}

const senseless = (flag: string, what: string, why: string) =>
  new Failure('usage', `${flag} makes no sense with ${what}: ${why}`, 'See: ascpi help remind');
