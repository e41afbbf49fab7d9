// `ascpi candidates export`: the roster, whole or filtered, for other programs and for an import elsewhere.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { leftOutOf, type SheetRow, sheetRow } from '../../domain/roster-sheet.ts';
import { restored } from '../../formats/formulas.ts';
import { exportView } from '../../views/roster-export.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer } from '../commands/answers.ts';
import { isFiltered } from '../filter-options.ts';
import type { Run } from '../run.ts';
import { readFilter, type Selection, select } from './selection.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const reader = choiceAnswer(options, 'for', ['excel', 'merge']);
  const isSheet = run.globals.format === 'csv';
  if (reader !== undefined && !isSheet) {
    throw new Failure('usage', `--for makes no sense with ${run.globals.format}`, 'It belongs to --format csv');
  }
  const { journeys, unread, failure } = await chosen(run, options);
  const rows = journeys.map((journey) => sheetRow(journey, run.today, run.rulebook()));
  const sheetRows = reader === 'merge' ? rows.map(toldApart) : rows;
  const view = exportView({ journeys, rows, sheetRows, unread, for: reader ?? 'excel' }, run.today);
  return {
    view,
    notices: isSheet ? leftOut(run, journeys) : [],
    ...(failure ? { failure } : {}),
  };
}

/** One candidate is a packet for another store, which unites it with its own by `restore --merge`. */
async function chosen(run: Run, options: Options): Promise<Pick<Selection, 'journeys' | 'unread' | 'failure'>> {
  if (run.globals.candidate === undefined) return select(readFilter(options, run), run);
  if (isFiltered(options))
    throw new Failure('usage', '-c names one candidate, and a filter chooses others', 'Give one of the two');
  return { journeys: [await run.journey()], unread: [], failure: undefined };
}

/**
 * An import takes away the apostrophe that a sheet for Excel has before what would be a formula. A mail merge is raw, but for
 * text that begins so by itself: it gets another one.
 */
const toldApart = (row: SheetRow): SheetRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && restored(value) !== value ? `'${value}` : value,
    ]),
  ) as SheetRow;

function leftOut(run: Run, journeys: readonly Journey[]): string[] {
  const each = journeys.map((journey) => leftOutOf(journey, run.today, run.rulebook()));
  const sum = (of: 'facts' | 'settings') => each.reduce((total, left) => total + left[of], 0);
  const [facts, settings] = [sum('facts'), sum('settings')];
  if (facts + settings === 0) return [];
  const count = each.filter((left) => left.facts + left.settings > 0).length;
  return [
    `A row holds what is current. Of ${count} candidates ${facts} facts and ${settings} settings are not in it: earlier attempts, checklists, reminders, details of bookings, opt-outs and the like. --format json keeps everything.`,
  ];
}
