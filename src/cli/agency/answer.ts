// `ascpi agency answer`: what an agency said to a criterion, or what was found out, with the evidence for it.
import { EVIDENCE_LIMIT } from '../../domain/agency-entry.ts';
import { type AnswerId, answerIds, type Criterion, criterionNamed } from '../../domain/criterion.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { answerWords, titleOf, typedName } from '../../views/agency-blocks.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, lineAnswer } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { agencyFor, readAgencies, recorded } from './agencies.ts';

/** Typed in place of an answer, it takes the answer back. */
const TAKE_BACK = '-';

export async function decide(
  run: Run,
  [name = '', typed = '', said = '']: readonly string[],
  options: Options,
): Promise<Outcome> {
  const criterion = criterionFor(run.criteria(), typed);
  const answer = answerFrom(said);
  const evidence = lineAnswer(options, 'evidence', EVIDENCE_LIMIT);
  if (answer === null && evidence !== undefined) {
    throw new Failure('usage', '--evidence makes no sense with an answer that is taken back', 'Leave it out');
  }
  const agencies = await readAgencies(run);
  const agency = agencyFor(agencies, name);
  if (answer === null && !agency.answers.has(criterion.id)) {
    throw new Failure(
      'missing',
      `there is no answer to take back: ${titleOf(criterion)}`,
      `See: ascpi agency show ${typedName(agency.name)}`,
    );
  }
  const on = dateAnswer(options, 'on') ?? run.today;
  const entry = { kind: 'answer', on, agency: agency.id, criterion: criterion.id, answer } as const;
  const word = answer === null ? 'answer taken back' : answerWords[answer];
  return recorded(run, agencies, evidence === undefined ? entry : { ...entry, evidence }, {
    verb: ['Recorded', 'Would record'],
    what: [{ user: agency.name }, `, ${titleOf(criterion)}: ${word}`],
    hints: hintsOf(agency.name, answer, evidence),
  });
}

const hintsOf = (name: string, answer: AnswerId | null, evidence: string | undefined): string[] =>
  answer === 'yes' && evidence === undefined
    ? ['It rests on words alone. Say what it rests on: --evidence "<text>"']
    : [`See what it comes to: ascpi agency show ${typedName(name)}`];

function answerFrom(said: string): AnswerId | null {
  if (said === TAKE_BACK) return null;
  const answer = answerIds.find((id) => id === said.toLowerCase());
  if (answer) return answer;
  throw new Failure('usage', `${quote(said)} is not an answer`, `Give ${answerIds.join(', ')}, or - to take it back`);
}

function criterionFor(criteria: readonly Criterion[], typed: string): Criterion {
  const found = criterionNamed(criteria, typed.trim());
  if (found) return found;
  const ids = criteria.map(({ id }) => id);
  const near = closest(typed, ids);
  const numbers = criteria.flatMap(({ number }) => number ?? []);
  const others = criteria.filter(({ number }) => number === undefined).map(({ id }) => id);
  const known = `Give a number from 1 to ${Math.max(...numbers)}, or ${others.join(', ')}`;
  throw new Failure('usage', `there is no criterion ${quote(typed)}`, near ? `Did you mean ${near}?` : known);
}
