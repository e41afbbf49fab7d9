// Hides what people typed, for sharing a screen: names become initials, other texts are hidden; ids and days stay.
import type { View } from './view.ts';

const HIDDEN = '[hidden]';
const MOST_WORDS = 4;
const LEAST = 3;

/** Keys of data under which people wrote something. */
const WRITTEN = new Set(
  'name email owner by text to from reference number centre tags note notes evidence remark subject message set was mine theirs search path file what remedy'.split(
    ' ',
  ),
);

/** `Maria Santos` becomes `M. S.`; an address, a note or a path is hidden. A day stays. */
function initials(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(text)) return text;
  const words = text.trim().split(/\s+/);
  const isName = words.length <= MOST_WORDS && words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word));
  return isName ? words.map((word) => `${[...word][0]}.`).join(' ') : HIDDEN;
}

export function redacted(view: View): View {
  const known = [...new Set([...userTexts(view.blocks), ...writtenTexts(view.data)])]
    .filter((text) => text.length >= LEAST)
    .sort((one, other) => other.length - one.length);
  /** What people wrote may also stand inside of our own sentences. */
  const cleaned = (text: string) => known.reduce((rest, each) => rest.replaceAll(each, initials(each)), text);
  const { sheet, events } = view;
  return {
    ...view,
    data: hide(view.data, cleaned, false) as View['data'],
    blocks: shown(view.blocks, cleaned) as View['blocks'],
    ...(events ? { events: shown(events, cleaned) as NonNullable<View['events']> } : {}),
    ...(sheet ? { sheet: { ...sheet, rows: rowsOf(sheet, cleaned) } } : {}),
  };
}

function rowsOf({ columns, rows }: NonNullable<View['sheet']>, cleaned: (text: string) => string) {
  const isWritten = columns.map(({ key }) => WRITTEN.has(key));
  return rows.map((row) =>
    row.map((cell, index) => {
      const { value } = cell;
      const plain = typeof value === 'string' ? (isWritten[index] ? initials(value) : cleaned(value)) : value;
      return {
        ...cell,
        value: plain,
        ...(cell.text === undefined ? {} : { text: shown(cell.text, cleaned) as string }),
      };
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isUser = (value: unknown): value is { user: string } => isRecord(value) && typeof value['user'] === 'string';

/** All texts of people in blocks. */
function userTexts(value: unknown): string[] {
  if (isUser(value)) return [value.user];
  return isRecord(value) ? Object.values(value).flatMap(userTexts) : [];
}

function writtenTexts(value: unknown, isWritten = false): string[] {
  if (typeof value === 'string') return isWritten ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => writtenTexts(each, isWritten));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => writtenTexts(held, WRITTEN.has(key)));
}

/** Blocks and events: marked texts by what they are, all others by what they contain. */
function shown(value: unknown, cleaned: (text: string) => string): unknown {
  if (typeof value === 'string') return cleaned(value);
  if (isUser(value)) return { user: value.user === '' ? '' : initials(value.user) };
  if (Array.isArray(value)) return value.map((each) => shown(each, cleaned));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, keepsMeaning(key) ? held : shown(held, cleaned)]),
  );
}

/** Words that formats go by, and what calendars recognise an event by. */
const keepsMeaning = (key: string): boolean =>
  ['type', 'mark', 'tone', 'key', 'align', 'kind', 'uid', 'state'].includes(key);

function hide(value: unknown, cleaned: (text: string) => string, isWritten: boolean): unknown {
  if (typeof value === 'string') return value === '' ? value : isWritten ? initials(value) : cleaned(value);
  if (Array.isArray(value)) return value.map((each) => hide(each, cleaned, isWritten));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, hide(held, cleaned, isWritten || WRITTEN.has(key))]),
  );
}
