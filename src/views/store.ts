// The place where journeys are kept: what is there, and what was done to it.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Block, Text, View } from './view.ts';

/** `server`: a roster on PostgreSQL. */
type Kind = 'files' | 'memory' | 'server';

interface StoreState {
  readonly address: string;
  readonly kind: Kind;
  readonly journeys: number | null;
  readonly server?: string;
  readonly role?: string;
  readonly protected?: boolean | null;
  readonly step?: number | null;
  readonly newest?: number;
  readonly facts?: number;
  readonly sent?: number;
  readonly stale?: number;
  readonly policy?: string;
  readonly mayWrite?: boolean;
}

type Fields = Extract<Block, { type: 'fields' }>['fields'];

export function storeStateView(state: StoreState, today: CivilDate): View {
  const { address, kind, journeys, step, newest, stale } = state;
  const fields: Fields = [
    { label: 'Store', text: { user: address } },
    ...(journeys === null ? [] : [{ label: 'Journeys', text: String(journeys) }]),
    ...(kind === 'server' ? serverFields(state) : []),
  ];
  return {
    name: 'store-status',
    today,
    data: { ...state },
    blocks: [
      { type: 'fields', fields },
      ...(kind === 'server' && step !== newest ? [unready(step ?? null, newest ?? 0)] : []),
      ...(stale ? [remark(`${stale} journeys were computed with other rules.`, 'ascpi store refresh')] : []),
    ],
  };
}

function serverFields(state: StoreState): Fields {
  const { server = '', role = '', step, newest, facts, sent, policy, mayWrite } = state;
  const counts =
    facts === undefined
      ? []
      : [
          { label: 'Facts', text: String(facts) },
          { label: 'Messages sent', text: String(sent) },
          { label: 'Who sees whom', text: policy === 'owner' ? 'each their own, by owner' : 'all see all' },
          { label: 'You may', text: mayWrite ? 'read and record' : 'read' },
        ];
  return [
    { label: 'Server', text: { user: `PostgreSQL ${server}` } },
    { label: 'You are', text: { user: role } },
    { label: 'Connection', text: protection(state) },
    { label: 'Tables', text: `step ${step ?? 0} of ${newest}` },
    ...counts,
  ];
}

function protection({ protected: isProtected, address }: StoreState): string {
  if (isProtected) return 'encrypted, and the server has shown who it is';
  return address.includes('?host=/') ? 'a socket of this machine' : 'not encrypted';
}

const unready = (step: number | null, newest: number): Block =>
  (step ?? 0) > newest
    ? remark('The tables are of a newer version of ascpi.', 'npm install -g ascpi@latest')
    : remark(
        step === null ? 'There is no roster here yet.' : 'The tables are of an older version.',
        'ascpi store migrate',
      );

const remark = (text: Text, command: string): Block => ({
  type: 'callout',
  label: 'Next',
  text,
  command,
  tone: 'soon',
});

interface Done {
  readonly address: string;
  readonly kind: Kind;
  readonly dryRun: boolean;
}

/** `ahead`: the steps that would be made. */
export function migratedView(
  {
    address,
    kind,
    dryRun,
    ...done
  }: Done & { made: readonly number[]; ahead: readonly number[]; policy?: string | undefined },
  today: CivilDate,
): View {
  const { made, ahead, policy } = done;
  return {
    name: 'store-migrate',
    today,
    data: { address, made: dryRun ? ahead : made, policy: policy ?? null, dryRun },
    blocks: [
      {
        type: 'paragraph',
        text: [madeText(kind, dryRun, dryRun ? ahead : made), ' ', { user: address }],
        tone: 'good',
      },
      ...(policy === undefined ? [] : [policyBlock(policy, dryRun)]),
    ],
  };
}

function madeText(kind: Kind, dryRun: boolean, steps: readonly number[]): string {
  if (kind !== 'server') return 'Only a roster on a server has tables; nothing is to be done for';
  if (steps.length === 0) return 'The tables are up to date in';
  return `${dryRun ? 'Would make' : 'Made'} step ${steps.join(', ')} of the tables in`;
}

const policyBlock = (policy: string, dryRun: boolean): Block => ({
  type: 'paragraph',
  text:
    policy === 'owner'
      ? `${dryRun ? 'Would let' : 'Now'} each ${dryRun ? 'see' : 'sees'} candidates of their own, of their teams, and of nobody.`
      : `${dryRun ? 'Would let all see' : 'Now all see'} all candidates.`,
});

export function refreshedView({ address, kind, dryRun, count }: Done & { count: number }, today: CivilDate): View {
  const deed = dryRun ? 'Would compute' : 'Computed';
  const text =
    kind === 'server'
      ? `${count === 0 ? 'Nothing had to be computed again' : `${deed} ${count} journeys again`} in`
      : 'Only a roster on a server has something to compute; nothing is to be done for';
  return {
    name: 'store-refresh',
    today,
    data: { address, refreshed: count, dryRun },
    blocks: [{ type: 'paragraph', text: [text, ' ', { user: address }], tone: 'good' }],
  };
}

export interface CopyReport {
  readonly from: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly copied: number;
  readonly same: number;
  /** ids of journeys, and names of documents, that differ there and were left alone */
  readonly differing: readonly string[];
  readonly unread: readonly string[];
  /** what both hold after it; absent in a dry run */
  readonly checked?: {
    readonly journeys: number;
    readonly checksum: string;
    /** journeys that are only there */
    readonly others: number;
    readonly isSame: boolean;
  };
}

export function copiedView(report: CopyReport, today: CivilDate): View {
  const { from, to, dryRun, copied, same, differing, unread, checked } = report;
  const { journeys = null, checksum = null, others = null, isSame = null } = checked ?? {};
  return {
    name: 'store-copy',
    today,
    data: { from, to, copied, same, differing, unread, others, journeys, checksum, isSame, dryRun },
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: 'From', text: { user: from } },
          { label: 'To', text: { user: to } },
          { label: dryRun ? 'Would copy' : 'Copied', text: String(copied) },
          { label: 'There already', text: String(same) },
          ...(others ? [{ label: 'Only there', text: String(others) }] : []),
        ],
      },
      ...(checked ? [verdict(checked)] : []),
      ...(differing.length > 0
        ? [list('Left alone, because they differ there and are not older (--force overwrites them)', differing)]
        : []),
      ...(unread.length > 0 ? [list('Can’t be read, and not copied (see ascpi doctor)', unread)] : []),
    ],
  };
}

const verdict = ({ journeys, checksum, isSame }: NonNullable<CopyReport['checked']>): Block => ({
  type: 'paragraph',
  text: isSame
    ? `Both hold the same ${journeys} ${journeys === 1 ? 'journey' : 'journeys'}, read again from both: checksum ${checksum}.`
    : 'The two stores do not hold the same. Somebody may be recording in one of them: run it again.',
  tone: isSame ? 'good' : 'bad',
});

const list = (label: string, ids: readonly string[]): Block => ({
  type: 'callout',
  label: 'Look at',
  text: [`${label}: `, { user: ids.join(', ') }],
  tone: 'soon',
});
