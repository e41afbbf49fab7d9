// What a backup holds, and what had to be left out of it.
import type { Backup } from '../domain/backup.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Block, Item, View } from './view.ts';

export interface Unread {
  /** id of a candidate, or name of a document */
  readonly what: string;
  readonly reason: string;
}

export interface BackupInput {
  readonly backup: Backup;
  readonly unread: readonly Unread[];
  readonly file: string;
  /** bytes */
  readonly size: number;
  readonly encrypted: boolean;
  readonly dryRun: boolean;
  readonly today: CivilDate;
}

export function backupView({ backup, unread, file, size, encrypted, dryRun, today }: BackupInput): View {
  const { journeys, shared, settings, templates, made } = backup;
  const settingCount = Object.keys(settings).length;
  const templateCount = Object.keys(templates).length;
  const parts = [
    counted(journeys.length, 'candidate'),
    ...(shared.length > 0 ? [`the ${shared.map(({ name }) => name).join(' and the ')}`] : []),
    ...(settingCount > 0 ? [counted(settingCount, 'setting')] : []),
    ...(templateCount > 0 ? [`${counted(templateCount, 'text')} of messages`] : []),
  ];
  const how = encrypted ? 'encrypted' : 'not encrypted: whoever has the file can read it';
  const done = dryRun ? 'Would back up' : 'Backed up';
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: [`${done}: ${parts.join(', ')} to `, { user: file }, ` (${sizeText(size)}, ${how}).`],
      tone: 'good',
    },
    ...(unread.length > 0 ? [{ type: 'items', items: unread.map(unreadItem) } as const] : []),
  ];
  return {
    name: 'backup',
    today,
    data: {
      dryRun,
      file,
      bytes: size,
      encrypted,
      made,
      candidates: journeys.map(({ current, previous }) => ({
        id: current.id,
        name: current.profile.name,
        facts: current.facts.length,
        previous: previous !== undefined,
      })),
      shared: shared.map(({ name }) => name),
      settings: settingCount,
      templates: Object.keys(templates),
      unread,
    },
    blocks,
  };
}

const unreadItem = ({ what, reason }: Unread): Item => ({
  mark: 'missed',
  text: [`Left out: ${what}: `, { user: reason }],
  tone: 'bad',
});

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const KB = 1000;
const sizeText = (bytes: number): string =>
  bytes < KB
    ? counted(bytes, 'byte')
    : bytes < KB * KB
      ? `${Math.round(bytes / KB)} KB`
      : `${Math.round(bytes / KB / KB)} MB`;
