// Reads the answers that place somebody in the visa queue.
import { type Chart, charts } from '../../domain/bulletin.ts';
import { areaOfHeading, areas, type Chargeability, unsettled } from '../../domain/chargeability.ts';
import { Failure } from '../../domain/failure.ts';
import type { VisaCase } from '../../domain/visa-case.ts';
import { parseCategory } from '../../domain/visa-category.ts';
import type { Options } from '../command.ts';
import { choiceAnswer, dateAnswer, given, needed } from '../commands/answers.ts';
import { countryCode, countryName } from '../countries.ts';

/** What is typed for a birth in a country without a column of its own. */
const OTHERS = ['all', 'all others', 'others', 'other', 'worldwide', 'row'];

/** Fails with `usage`. */
export function parseChargeability(text: string): Chargeability {
  if (OTHERS.includes(text.trim().toLowerCase())) return 'all';
  const area = areaOfHeading(text);
  const [only, ...more] = area ? areas[area].countries : [];
  if (only && more.length === 0) return only;
  const country = countryCode(text);
  if (!unsettled.includes(country)) return country;
  throw new Failure(
    'usage',
    `which column counts for a birth in ${countryName(country)} is not known to this tool: the answer has changed`,
    'Ask who files your petition, then give --chargeability China or --chargeability all',
  );
}

export const chargeabilityTitle = (chargeability: Chargeability): string =>
  chargeability === 'all' ? 'any country without its own column' : countryName(chargeability);

/** What is given, in place of what was known before. */
export function caseAnswers(options: Options, before: Partial<VisaCase> = {}): Partial<VisaCase> {
  const [category, chargeability] = [given(options, 'category'), given(options, 'chargeability')];
  const priority = dateAnswer(options, 'priority') ?? before.priority;
  return {
    ...before,
    ...(priority === undefined ? {} : { priority }),
    ...(category === undefined ? {} : { category: parseCategory(category) }),
    ...(chargeability === undefined ? {} : { chargeability: parseChargeability(chargeability) }),
  };
}

/** Fails with `usage`, naming what is missing. */
export const wholeCase = ({ priority, category, chargeability }: Partial<VisaCase>, example: string): VisaCase => ({
  priority: needed(priority, '--priority', example),
  category: needed(category, '--category', example),
  chargeability: needed(chargeability, '--chargeability', example),
});

export const isWhole = (answers: Partial<VisaCase>): answers is VisaCase =>
  answers.priority !== undefined && answers.category !== undefined && answers.chargeability !== undefined;

/** Final action dates unless given. */
export const chartAnswer = (options: Options): Chart => choiceAnswer(options, 'chart', charts) ?? 'final';
