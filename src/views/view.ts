// A view: an answer as a value. Formats write it; it knows neither terminal nor file.
import type { CivilDate } from '../domain/civil-date.ts';

/** A run of text. What came from a person or a file is marked `user`, so that every sink can escape and isolate it. */
export type Inline =
  | string
  | { readonly user: string }
  /** something to type */
  | { readonly command: string }
  | { readonly strong: string };

export type Text = Inline | readonly Inline[];

/** Meaning, never only a colour: formats pair each with a glyph, a word or a colour. */
export type Mark = 'done' | 'current' | 'waiting' | 'missed' | 'ticked' | 'unticked' | 'bullet';
export type Tone = 'plain' | 'good' | 'soon' | 'bad' | 'faint';

export interface Item {
  readonly mark: Mark;
  /** short, leads the line: `4 Schedule` */
  readonly label?: Text;
  readonly text: Text;
  /** shown at the right edge where there is room: a day */
  readonly aside?: Text;
  readonly tone?: Tone;
  /** further lines under the item */
  readonly details?: readonly Text[];
  /** what to write by hand, a word each: on paper a line to write on follows it */
  readonly blanks?: readonly string[];
}

export type CellValue = string | number | boolean | null;

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** left out on a terminal that is too narrow for the table, the highest first; kept where there is none */
  readonly spare?: number;
  /** the least columns it may be cut to on a terminal; never cut where there is none */
  readonly least?: number;
}

export interface Cell {
  /** what machines read (CSV) */
  readonly value: CellValue;
  /** what people read; the value where absent */
  readonly text?: Text;
  readonly tone?: Tone;
}

/** `fact` has happened, `range` is expected within, `window` is a right that ends. */
export interface Bar {
  readonly label: string;
  readonly kind: 'fact' | 'range' | 'window';
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** So much of what is needed. */
export interface Meter {
  readonly label: string;
  readonly value: number;
  readonly of: number;
}

/** One bar of a chart, as long as its amount. */
export interface ChartRow {
  readonly label: string;
  readonly value: number;
  /** hatched where it is to stand out */
  readonly tone?: 'plain' | 'soon' | 'bad';
  /** said after the amount: `2 not booked` */
  readonly note?: string;
}

export type Block =
  | { readonly type: 'title'; readonly text: Text; readonly aside?: Text }
  | { readonly type: 'heading'; readonly text: Text }
  | { readonly type: 'paragraph'; readonly text: Text; readonly tone?: Tone }
  | { readonly type: 'items'; readonly items: readonly Item[] }
  /** a labelled remark: `Next: book your exam.` with what to type under it */
  | {
      readonly type: 'callout';
      readonly label: string;
      readonly text: Text;
      readonly command?: string;
      readonly tone?: Tone;
    }
  /** spans of time against months: a picture for the eye, a sentence each for the ear */
  | {
      readonly type: 'bars';
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly today: CivilDate;
      readonly bars: readonly Bar[];
    }
  /** amounts against what is needed: a picture for the eye, a sentence each for the ear */
  | { readonly type: 'meters'; readonly unit: string; readonly meters: readonly Meter[] }
  /** amounts compared with one another: bars for the eye, and a table of the same beside them */
  | {
      readonly type: 'chart';
      readonly title: string;
      /** what the rows are, above their names */
      readonly of: string;
      /** of the amounts: `candidate`, `candidates` */
      readonly unit: readonly [one: string, many: string];
      /** above the notes, where rows have any */
      readonly noted?: string;
      readonly rows: readonly ChartRow[];
    }
  | { readonly type: 'fields'; readonly fields: readonly { readonly label: string; readonly text: Text }[] }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  /** on paper what follows begins on a new page */
  | { readonly type: 'page-break' };

/** JSON as written: `schema` and `today` come first, both added by the format. */
export type Data = { readonly [key: string]: unknown };

/** What a calendar shows: all of `from` to `to`, or a moment on the clocks of the place where it happens. */
export interface CalendarEvent {
  /** the same for the same date of the same journey, whatever its day: calendars recognise it by this */
  readonly uid: string;
  /** rises whenever the event changes */
  readonly sequence: number;
  readonly state: 'confirmed' | 'tentative' | 'cancelled';
  /** one line each; both may hold text of people */
  readonly title: string;
  readonly description: string;
  readonly from: CivilDate;
  /** the last day, included */
  readonly to: CivilDate;
  /** it lasts 0 minutes where nobody knows how long */
  readonly clock?: { readonly time: string; readonly zone: string; readonly minutes: number };
  /** days before `to` on which to be reminded */
  readonly alarms: readonly number[];
  /** the instant of the fact it was last changed by, `2026-12-15T08:00:00Z` */
  readonly changed: string;
}

/** What a spreadsheet is given where it is not the first table of the blocks. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** as `--for` says; `merge`: every value as it is, else no cell can act as a formula; `excel`, and nothing else: with a byte order mark too */
  readonly for?: 'excel' | 'merge';
}

/** How an answer is to fill its pages, where it is made to be printed. */
export interface Pages {
  /** for what stands after the first heading */
  readonly columns: number;
  /** Pages that each part between page breaks should take: letters get smaller for it, as long as they can be read. */
  readonly most: number;
}

export interface View {
  /** `status`; the schema is `ascpi/status@1` */
  readonly name: string;
  readonly today: CivilDate;
  readonly data: Data;
  readonly blocks: readonly Block[];
  /** what the text format writes in place of the blocks, to the byte: for a shell to read. Nothing of it is from people */
  readonly verbatim?: string;
  readonly events?: readonly CalendarEvent[];
  readonly sheet?: Sheet;
  readonly pages?: Pages;
}
