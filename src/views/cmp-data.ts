// Credential maintenance as JSON.
import type { Cycle } from '../domain/cmp-cycles.ts';
import type { CycleStanding } from '../domain/cmp-standing.ts';
import type { PointsTable } from '../domain/cmp-table.ts';
import type { Data } from './view.ts';

const cycleData = ({ number, start, end, declaration, declared, renewal }: Cycle): Data => ({
  number,
  start,
  end: end.date,
  basis: end.basis,
  provisional: end.provisional,
  declaration: 'unknown' in declaration ? null : { start: declaration.start, end: declaration.date },
  declared: declared?.on ?? null,
  renewed: renewal?.kind === 'renewed' ? renewal.on : null,
  reinstated: renewal?.kind === 'reinstated' ? renewal.on : null,
});

function tableData({ basis, rule, entered }: PointsTable): Data {
  const sourced = rule
    ? {
        rule: rule.id,
        source: rule.source,
        checked: rule.checked,
        confidence: rule.confidence,
        note: rule.note ?? null,
      }
    : {};
  return { basis, ...sourced, ...(entered ? { entered } : {}) };
}

/** What is said of a cycle everywhere; its fields are null where it is not known. */
export function standingData(standing: CycleStanding | undefined): Data {
  if (!standing) return { cycle: null, state: null, areas: [], missing: null, earned: null, beyond: null, table: null };
  const { cycle, state, tally, table, activities } = standing;
  const { areas, missing, earned, beyond } = tally;
  return {
    cycle: cycleData(cycle),
    state,
    areas,
    missing,
    earned,
    beyond,
    table: table ? tableData(table) : null,
    activities: activities.length,
  };
}
