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

/** Messages and remedies may name people and folders: only the id of a check is told. */
export function doctorReportView(machine: Machine, findings: readonly Finding[], today: CivilDate): View {
  const checks = findings.map(({ id, level }) => ({ id, level }));
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
      { type: 'items', items: checks.map(({ id, level }) => ({ mark: marks[level], label: id, text: level })) },
    ],
  };
}
