// `ascpi rules`: every rule with its value, source and age; `rules check` asks whether they are still fresh.
import { Failure, quote } from '../../domain/failure.ts';
import { stalenessOn } from '../../domain/staleness.ts';
import { closest } from '../../domain/suggest.ts';
import { type RuleStanding, rulesCheckView, rulesView } from '../../views/rules.ts';
import type { Command, Outcome } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import { faultsOfData } from '../rule-source.ts';
import type { Run } from '../run.ts';

export const rules: Command = {
  name: 'rules',
  group: 'The rules',
  summary: 'every rule with its value, source and age; rules check',
  description:
    'Lists the rules in force on a day. "rules check" reports faults in data files and rules not checked for long, and then exits 4.',
  args: [{ name: '[rule]', description: 'the id of one rule, or check' }],
  examples: ['ascpi rules', 'ascpi rules exam-window', 'ascpi rules check'],
  json: 'rules[] {id, title, kind, value, text, from, source, checked, confidence, note, replaces, summary, stale}; check adds stale[], faults[], oldest',
  async decide(run, [what]) {
    if (what === 'check') return checkRules(run);
    const { standings, unknown } = inForce(run);
    if (what === undefined) return { view: rulesView(standings, unknown, run.today) };
    const ids = run.rulebook().rules.map(({ id }) => id);
    if (!ids.includes(what)) {
      const near = closest(what, [...ids, 'check']);
      throw new Failure(
        'usage',
        `there is no rule ${quote(what)}`,
        near ? `Did you mean ${near}?` : 'List them: ascpi rules',
      );
    }
    const isAsked = (id: string) => id === what;
    return {
      view: rulesView(
        standings.filter(({ rule }) => isAsked(rule.id)),
        unknown.filter(isAsked),
        run.today,
      ),
    };
  },
};

function inForce(run: Run): { standings: RuleStanding[]; unknown: string[]; staleAfter: string | undefined } {
  const book = run.rulebook();
  const { after, isStale } = stalenessOn(run.today, book);
  const standings = book.rules.flatMap(({ id, summary, kind }): RuleStanding[] => {
    const rule = book.inForce(id, run.today);
    return rule ? [{ rule, summary, kind, stale: isStale(rule.checked) }] : [];
  });
  const known = new Set(standings.map(({ rule }) => rule.id));
  const unknown = book.rules.map(({ id }) => id).filter((id) => !known.has(id));
  return { standings, unknown, staleAfter: after };
}

const UNJUDGED = { standings: [], staleAfter: undefined } as const;

function checkRules(run: Run): Outcome {
  const faults = faultsOfData(run.context.dataFolder);
  // Rules that can't be read can't be listed either: their faults are the answer.
  const { standings, staleAfter } = faults.length > 0 ? UNJUDGED : inForce(run);
  const bad = faults.length > 0 || standings.some(({ stale }) => stale);
  return { view: rulesCheckView(standings, faults, staleAfter, run.today), ...(bad ? { exit: EXIT_NO } : {}) };
}
