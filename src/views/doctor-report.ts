// What to put into an issue: versions, and which checks passed. Nothing that anybody recorded, and no path.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Finding } from './findings.ts';
import type { Item, View } from './view.ts';

export interface Machine {
  /** of the package */
  readonly version: string;
  readonly node: string;
  /** `linux` */
  readonly platform: string;
  /** the day on which the oldest part of the data was checked */
  readonly dataChecked: CivilDate | null;
  /** `file`, `postgres` */
  readonly store: string;
  /** names of settings that are set, without their values */
  readonly settings: readonly string[];
}

const marks = { ok: 'done', warn: 'current', fail: 'missed' } as const satisfies Record<Finding['level'], Item['mark']>;

/** Messages and remedies may name people and folders, and so may what stands behind the colon of an id. */
function checksOf(findings: readonly Finding[]) {
  const counts = new Map<string, { id: string; level: Finding['level']; count: number }>();
  for (const { id: whole, level } of findings) {
    const id = whole.replace(/:.*$/su, '');
    const known = counts.get(`${id} ${level}`);
    if (known) known.count += 1;
    else counts.set(`${id} ${level}`, { id, level, count: 1 });
  }
  return [...counts.values()];
}

export function doctorReportView(machine: Machine, findings: readonly Finding[], today: CivilDate): View {
  const checks = checksOf(findings);
  const { version, node, platform, dataChecked, store, settings } = machine;
  const fields = [
    ['ascpi', version],
    ['Node', node],
    ['System', platform],
    ['Data checked', dataChecked ?? 'not known'],
    ['Store', store],
    ['Settings', settings.join(', ') || 'none'],
  ] as const;
  return {
    name: 'doctor-report',
    today,
    data: { ...machine, checks },
    blocks: [
      { type: 'fields', fields: fields.map(([label, text]) => ({ label, text })) },
      { type: 'items', items: checks.map(itemOf) },
    ],
  };
}

const itemOf = ({ id, level, count }: ReturnType<typeof checksOf>[number]): Item => ({
  mark: marks[level],
  label: id,
  text: count > 1 ? `${level}, ${count} times` : level,
});
