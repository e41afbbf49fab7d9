// The marks of items as words, as Unicode glyphs and as ASCII.
import type { Mark } from '../views/view.ts';

/** Said aloud and written in Markdown; a bullet says nothing. */
export const markWords = {
  done: 'done',
  current: 'current',
  waiting: 'waiting',
  missed: 'missed',
  ticked: 'ticked',
  unticked: 'not ticked',
  bullet: '',
} as const satisfies Record<Mark, string>;

export interface Glyphs {
  readonly marks: Readonly<Record<Mark, string>>;
  /** columns that every mark takes */
  readonly markWidth: number;
  /** what the line under a table's header is made of */
  readonly rule: string;
}

export const unicodeGlyphs: Glyphs = {
  marks: { done: '✔', current: '▶', waiting: '·', missed: '✘', ticked: '☑', unticked: '☐', bullet: '•' },
  markWidth: 1,
  rule: '─',
};

export const asciiGlyphs: Glyphs = {
  marks: { done: '[x]', current: ' > ', waiting: ' . ', missed: ' ! ', ticked: '[x]', unticked: '[ ]', bullet: ' - ' },
  markWidth: 3,
  rule: '-',
};

const TYPEWRITER: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '•': '-',
  '×': 'x',
  '→': '->',
  '≤': '<=',
  '≥': '>=',
};

/** Our own typography in ASCII. Names and notes of people keep their letters: no terminal is helped by guessing at them. */
export const typewritten = (text: string): string =>
  text.replace(/[‘’“”–—…·•×→≤≥]/g, (character) => TYPEWRITER[character] ?? character);
