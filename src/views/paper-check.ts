// What a check of a paper found, point by point.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Data, Item, Text, View } from './view.ts';

interface Finding {
  readonly id: string;
  readonly level: 'ok' | 'fail' | 'unknown';
  readonly message: string;
}

export interface PaperCheck {
  readonly name: string;
  readonly title: Text;
  readonly findings: readonly Finding[];
  readonly data?: Data;
}

const marks = { ok: 'done', fail: 'missed', unknown: 'waiting' } as const;
const tones = { ok: 'good', fail: 'bad', unknown: 'plain' } as const;

export function paperCheckView({ name, title, findings, data }: PaperCheck, today: CivilDate): View {
  const items = findings.map(
    ({ level, message }): Item => ({ mark: marks[level], text: sentence(message), tone: tones[level] }),
  );
  const wrong = findings.filter(({ level }) => level === 'fail').length;
  const open = findings.filter(({ level }) => level === 'unknown').length;
  const says =
    wrong > 0
      ? 'As it is, it may be refused.'
      : open > 0
        ? 'Nothing wrong was found, but not everything was looked at.'
        : 'Nothing wrong was found. Only the board decides.';
  return {
    name,
    today,
    data: { ...data, findings },
    blocks: [
      { type: 'title', text: title },
      { type: 'items', items },
      { type: 'paragraph', text: says, tone: wrong > 0 ? 'bad' : 'plain' },
    ],
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
