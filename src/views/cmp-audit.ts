// The folder for an audit: every activity of a cycle, with what proves it or what is still to be kept.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Activity } from '../domain/cmp-activities.ts';
import type { Cycle } from '../domain/cmp-cycles.ts';
import type { Journey } from '../domain/journey.ts';
import { areaName, pointsText } from './cmp-words.ts';
import { candidateData } from './status.ts';
import type { Block, Cell, Item, Sheet, View } from './view.ts';

interface Entry {
  readonly activity: Activity;
  /** those it counts for */
  readonly credentials: readonly string[];
}

export interface AuditInput {
  readonly journey: Journey;
  readonly today: CivilDate;
  readonly folders: readonly { readonly credential: string; readonly cycle: Cycle }[];
  /** held, and without a cycle to look into */
  readonly missing: readonly { readonly credential: string; readonly unknown: string }[];
  readonly entries: readonly Entry[];
  readonly several: boolean;
}

export function auditView({ journey, today, folders, missing, entries, several }: AuditInput): View {
  const open = entries.filter(({ activity }) => !activity.evidence).length;
  return {
    name: 'cmp-audit',
    today,
    data: {
      candidate: candidateData(journey),
      cycles: folders.map(({ credential, cycle }) => ({
        ...{ credential, number: cycle.number, start: cycle.start, end: cycle.end.date },
      })),
      missing,
      activities: entries.map(({ activity: { id, on, points, area, title, evidence }, credentials }) => ({
        ...{ id, on, points, area, title, evidence: evidence ?? null, credentials },
      })),
      open,
    },
    blocks: [
      {
        type: 'title',
        text: ['Audit folder of ', { user: journey.profile.name }],
        aside: `${entries.length - open} of ${entries.length} with evidence`,
      },
      { type: 'fields', fields: [...folders.map(folderField), ...missing.map(missingField)] },
      entries.length > 0
        ? { type: 'items', items: entries.map((entry) => itemOf(entry, several)) }
        : { type: 'paragraph', text: 'No activity is recorded in this cycle.' },
      ...adviceBlocks(open),
    ],
    sheet: sheetOf(entries),
  };
}

const folderField = ({ credential, cycle }: { readonly credential: string; readonly cycle: Cycle }) => ({
  label: credential,
  text: `cycle ${cycle.number}, ${dayDate(cycle.start)} to ${dayDate(cycle.end.date)}`,
});

const missingField = ({ credential, unknown }: AuditInput['missing'][number]) => ({
  label: credential,
  text: `no cycle: ${unknown}`,
});

function itemOf({ activity, credentials }: Entry, several: boolean): Item {
  const { title, points, area, on, evidence } = activity;
  return {
    mark: evidence ? 'ticked' : 'unticked',
    text: [{ user: title }, `, ${pointsText(points)} of ${areaName(area)}`],
    aside: dayDate(on),
    details: [
      evidence ? ['Evidence: ', { user: evidence }] : ['Keep the certificate of ', { user: title }],
      ...(several ? [`Counts for ${credentials.join(' and ')}`] : []),
    ],
  };
}

const adviceBlocks = (open: number): Block[] =>
  open === 0
    ? []
    : [
        {
          type: 'callout',
          label: 'Next',
          text: `note what proves the ${open === 1 ? 'activity' : `${open} activities`} without evidence; record the activity again, with the same day, area and title, and where its paper is:`,
          command: 'ascpi cmp add <points> <area> --on <date> --title <text> --evidence <text>',
        },
      ];

function sheetOf(entries: readonly Entry[]): Sheet {
  const columns = [
    { key: 'on', title: 'Day' },
    { key: 'title', title: 'Activity' },
    { key: 'area', title: 'Area' },
    { key: 'points', title: 'Points', align: 'right' },
    { key: 'credentials', title: 'Counts for' },
    { key: 'evidence', title: 'Evidence' },
  ] as const;
  const rows = entries.map(({ activity: { on, title, area, points, evidence }, credentials }): Cell[] =>
    [on, title, area, points, credentials.join(' '), evidence ?? null].map((value) => ({ value })),
  );
  return { columns, rows };
}
