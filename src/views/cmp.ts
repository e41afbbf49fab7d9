// Credential maintenance: points earned against points needed, what is missing and by when, cycle after cycle.
import { type CivilDate, dayDate, daysBetween } from '../domain/civil-date.ts';
import type { Cycle } from '../domain/cmp-cycles.ts';
import { type Held, typedName } from '../domain/cmp-held.ts';
import { OTHER, type Tally } from '../domain/cmp-points.ts';
import type { CycleStanding } from '../domain/cmp-standing.ts';
import type { PointsTable } from '../domain/cmp-table.ts';
import type { Warning } from '../domain/contradictions.ts';
import { isUnknown } from '../domain/derivation.ts';
import type { Journey } from '../domain/journey.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import { standingData } from './cmp-data.ts';
import { stateBlocks } from './cmp-state.ts';
import { areaTitle, pointsText } from './cmp-words.ts';
import { dateData, daysText } from './dates.ts';
import { candidateData, warningBlock } from './status.ts';
import type { Block, Cell, Sheet, Text, View } from './view.ts';

export interface CredentialReport {
  readonly held: Held;
  /** its official page */
  readonly page: string;
  /** the cycle that is looked at; undefined where its end is not known */
  readonly standing: CycleStanding | undefined;
  readonly next: Cycle | undefined;
  /** the cycles before it, oldest first */
  readonly earlier: readonly CycleStanding[];
}

export interface CmpInput {
  readonly journey: Journey;
  readonly today: CivilDate;
  /** the journey's own credential first */
  readonly reports: readonly CredentialReport[];
  /** whether more than these are held */
  readonly several: boolean;
  readonly warnings: readonly Warning[];
  readonly dates: readonly TimelineDate[];
}

export function cmpView(input: CmpInput): View {
  const { journey, today, reports, warnings, dates } = input;
  const [first] = reports;
  const single = reports.length === 1 && first ? [`, ${headingOf(first)}`] : [', credential maintenance'];
  return {
    name: 'cmp',
    today,
    data: {
      candidate: candidateData(journey),
      credential: first?.held.credential ?? null,
      ...standingData(first?.standing),
      dates: dates.map(dateData),
      credentials: reports.map(({ held, standing, earlier }) => ({
        credential: held.credential,
        ...standingData(standing),
        earlier: earlier.map(standingData),
      })),
      warnings,
    },
    blocks: [
      { type: 'title', text: [{ user: journey.profile.name }, ...single], aside: `as of ${dayDate(today)}` },
      ...reports.flatMap((report): Block[] => [
        ...(reports.length > 1 ? [{ type: 'heading', text: headingOf(report) } as const] : []),
        ...reportBlocks(report, input),
      ]),
      ...warnings.map(warningBlock),
    ],
    sheet: sheetOf(reports),
  };
}

const headingOf = ({ held, standing }: CredentialReport): string =>
  `${held.credential}, maintenance cycle${standing ? ` ${standing.cycle.number}` : ''}`;

function reportBlocks(
  { held, standing, next, page, earlier }: CredentialReport,
  { several, today }: CmpInput,
): Block[] {
  if (!standing) return [];
  const { tally, table } = standing;
  return [
    { type: 'fields', fields: fieldsOf(standing, today) },
    ...(table ? [metersOf(tally), ...surplusBlock(tally)] : unknownTable(held, tally, several)),
    ...stateBlocks({ standing, next, page, several, today }),
    ...(table ? sourceBlocks(table) : []),
    ...earlierBlocks(earlier),
  ];
}

function fieldsOf({ cycle, activities }: CycleStanding, today: CivilDate) {
  const { start, end, declaration } = cycle;
  const computed = end.provisional ? ' (computed)' : '';
  const noted = activities.filter(({ evidence }) => evidence).length;
  return [
    { label: 'Cycle', text: `${dayDate(start)} to ${dayDate(end.date)}${computed}` },
    ...(isUnknown(declaration)
      ? []
      : [
          {
            label: 'To declare',
            text: `${dayDate(declaration.start)} to ${dayDate(declaration.date)}, ${windowText(declaration, today)}`,
          },
        ]),
    {
      label: 'Activities',
      text: activities.length === 0 ? 'none yet' : `${activities.length}, evidence noted for ${noted}`,
    },
  ];
}

function windowText(
  { start, date }: { readonly start: CivilDate; readonly date: CivilDate },
  today: CivilDate,
): string {
  if (today < start) return `opens ${daysText(daysBetween(today, start))}`;
  if (today > date) return `closed ${daysText(daysBetween(today, date))}`;
  return `open, closes ${daysText(daysBetween(today, date))}`;
}

const metersOf = ({ areas, required, missing }: Tally): Block => ({
  type: 'meters',
  unit: 'points',
  meters: [
    ...areas.map(({ id, earned, required: of }) => ({ label: areaTitle(id), value: earned, of: of ?? 0 })),
    { label: 'All', value: (required ?? 0) - (missing ?? 0), of: required ?? 0 },
  ],
});

/** Where points went that are more than their area asks for. */
function surplusBlock({ areas, beyond }: Tally): Block[] {
  const moved = areas
    .filter(({ id }) => id !== OTHER)
    .reduce((sum, area) => sum + (area.recorded - area.earned) * 100, 0);
  const points = Math.round(moved) / 100;
  const texts = [
    points > 0
      ? `${pointsText(points)} above the minimum of an area ${points === 1 ? 'counts' : 'count'} in others.`
      : '',
    beyond > 0 ? `${pointsText(beyond)} ${beyond === 1 ? 'is' : 'are'} more than the cycle asks for.` : '',
  ].filter(Boolean);
  return texts.length === 0 ? [] : [{ type: 'paragraph', text: texts.join(' ') }];
}

function unknownTable({ credential }: Held, { areas, earned }: Tally, several: boolean): Block[] {
  const so = areas.map(({ id, earned: points }) => ({ label: areaTitle(id), text: pointsText(points) }));
  const which = several ? ` --credential ${typedName(credential)}` : '';
  return [
    ...(so.length > 0
      ? [{ type: 'fields', fields: [...so, { label: 'All', text: pointsText(earned) }] } as const]
      : []),
    {
      type: 'callout',
      label: 'Not known',
      text: `how many points ${credential} asks for is not known here. Your account shows them; take them from there:`,
      command: `ascpi cmp table <area>=<points> --total <points>${which}`,
    },
  ];
}

function sourceBlocks({ rule, basis, entered, areas }: PointsTable): Block[] {
  if (basis === 'notice') {
    const total = Object.values(areas).reduce((sum, points) => sum + Math.round(points * 100), 0) / 100;
    const instead = rule ? `; they stand in place of the rule ${rule.id}` : '';
    const text = `the points asked for, ${total} in all, are those that you took from your account on ${dayDate(entered as CivilDate)}${instead}.`;
    return [{ type: 'callout', label: 'Your own value', text }];
  }
  if (!rule) return [];
  const note = rule.note ? ` ${rule.note}` : '';
  const text = `Points asked for: ${rule.source}; last checked ${dayDate(rule.checked)}, confidence ${rule.confidence}.${note}`;
  const wins: Text = ['Where your account asks for others, they win: ', { command: 'ascpi help cmp table' }];
  return [text, wins].map((each): Block => ({ type: 'paragraph', text: each, tone: 'faint' }));
}

function earlierBlocks(earlier: readonly CycleStanding[]): Block[] {
  if (earlier.length === 0) return [];
  return [
    { type: 'heading', text: 'Earlier cycles' },
    {
      type: 'items',
      items: earlier.map(({ cycle, state, tally }) => ({
        mark: state === 'lapsed' ? 'missed' : 'done',
        label: `Cycle ${cycle.number}`,
        text: [`${dayDate(cycle.start)} to ${dayDate(cycle.end.date)}`, earnedText(tally), ...closing(cycle)].join(
          ', ',
        ),
      })),
    },
  ];
}

const earnedText = ({ required, missing, earned }: Tally): string =>
  required === null ? pointsText(earned) : `${required - (missing ?? 0)} of ${required} points`;

const closing = ({ declared, renewal }: Cycle): string[] => [
  ...(declared ? [`declared ${dayDate(declared.on)}`] : []),
  ...(renewal ? [`${renewal.kind} ${dayDate(renewal.on)}`] : []),
];

function sheetOf(reports: readonly CredentialReport[]): Sheet {
  const keys = ['credential', 'area', 'required', 'recorded', 'earned', 'missing'];
  const rows = reports.flatMap(({ held, standing }) =>
    (standing?.tally.areas ?? []).map(({ id, required, recorded, earned, missing }): Cell[] =>
      [held.credential, id, required, recorded, earned, missing].map((value) => ({ value })),
    ),
  );
  return { columns: keys.map((key) => ({ key, title: areaTitle(key) })), rows };
}
