// Answers about several candidates as one: changes in a line each, other answers one after the other.
import type { CivilDate } from '../domain/civil-date.ts';
import { unreadBlock } from './roster.ts';
import { dataFor, type IsOfOne, typedFor } from './typed-for.ts';
import type { Block, Item, Sheet, Text, View } from './view.ts';

/** The answer about one candidate. */
export interface Part {
  readonly id: string;
  readonly name: string | undefined;
  readonly view: View;
  /** in one line */
  readonly brief?: Text;
  /** whether something is kept of it */
  readonly changes: boolean;
}

export interface Many {
  /** name of the command as of a view, `done` */
  readonly name: string;
  readonly parts: readonly Part[];
  readonly unread: readonly string[];
  readonly today: CivilDate;
  readonly dryRun: boolean;
  /** changes that are shown at most; all parts unless given */
  readonly most?: number;
  /** `Changed`, and in a dry run `Would change` */
  readonly deed: readonly [done: string, would: string];
  readonly isOfOne: IsOfOne;
}

export function manyView({ name, parts, unread, today, dryRun, deed, most, isOfOne }: Many): View {
  const told = most === undefined ? parts : parts.filter(({ changes }) => changes);
  const shown = told.slice(0, most);
  const more = told.length - shown.length;
  const isBrief = parts.every(({ brief }) => brief !== undefined);
  const blocks = isBrief
    ? [countBlock(parts, dryRun ? deed[1] : deed[0]), itemsBlock(shown)]
    : shown.flatMap((part, index) => [...(index > 0 ? apart(part) : []), ...partBlocks(part, isOfOne)]);
  const sheet = sheetOf(parts);
  const pages = parts[0]?.view.pages;
  return {
    name: `${name}-of-many`,
    today,
    data: {
      ...(isBrief ? { dryRun, changed: parts.filter(({ changes }) => changes).length } : {}),
      journeys: parts.map(({ id, view }) => dataFor(view.data, id, isOfOne)),
      unread,
    },
    blocks: [
      ...blocks,
      ...(more > 0 ? [{ type: 'paragraph', text: `And ${more} more. To see all: --dry-run` } as const] : []),
      ...unreadBlock(unread),
    ],
    ...(parts.some(({ view }) => view.events) ? { events: parts.flatMap(({ view }) => view.events ?? []) } : {}),
    ...(sheet ? { sheet } : {}),
    ...(pages ? { pages } : {}),
  };
}

/** Answers that are made to be printed begin on pages of their own. */
const apart = ({ view }: Part): Block[] => (view.pages ? [{ type: 'page-break' }] : []);

/** `Changed 3 of 4 candidates.` */
function countBlock(parts: readonly Part[], did: string): Block {
  const changed = parts.filter(({ changes }) => changes).length;
  const of = changed === parts.length ? '' : `${changed === 0 ? 'none' : changed} of `;
  const whom = `${of}${parts.length} candidate${parts.length === 1 ? '' : 's'}`;
  return { type: 'paragraph', text: `${did} ${whom}:`, tone: 'good' };
}

const itemsBlock = (parts: readonly Part[]): Block => ({
  type: 'items',
  items: parts.map(({ id, name, brief = '' }): Item => {
    const who: Text = name === undefined ? [] : [{ user: name }, ': '];
    return { mark: 'bullet', label: id, text: [...who, brief].flat() };
  }),
});

/** An answer under the name of its candidate, with commands that can be typed as they are. */
function partBlocks({ id, name, view }: Part, isOfOne: IsOfOne): readonly Block[] {
  const { blocks } = typedFor(view, id, isOfOne);
  const isTitled = blocks[0]?.type === 'title';
  return isTitled ? blocks : [{ type: 'heading', text: [{ user: name ?? id }, ` (${id})`] }, ...blocks];
}

/** The tables of all as one, where they are alike, with the candidate before each row. */
function sheetOf(parts: readonly Part[]): Sheet | undefined {
  const sheets = parts.map(({ view }) => view.sheet ?? view.blocks.find((block) => block.type === 'table'));
  const columns = sheets.find((sheet) => sheet !== undefined)?.columns;
  const isAlike = (sheet: Sheet) =>
    sheet.columns.map(({ key }) => key).join() === columns?.map(({ key }) => key).join();
  if (!columns || !sheets.every((sheet) => sheet === undefined || isAlike(sheet))) return undefined;
  const rows = sheets.flatMap((sheet, index) =>
    (sheet?.rows ?? []).map((row) => [{ value: parts[index]?.id ?? null }, ...row]),
  );
  return { columns: [{ key: 'candidate', title: 'Candidate' }, ...columns], rows };
}
