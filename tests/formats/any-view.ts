// Arbitrary text of people, and a view that shows it in every place a view can show text.
import fc from 'fast-check';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { View } from '../../src/views/view.ts';
import { hostile } from './sample-view.ts';

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anySign = fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&$@:/=^\'" \t\n\r');
const anyWord = fc.constantFrom(
  'www.',
  'http://',
  'https:',
  'a@b.co',
  '&lt;',
  '{{',
  '{%',
  '\u202e',
  '\u2069',
  '\u0000',
  'שלום',
  '陈',
  '👩‍👧',
  ' ',
);

/** Half of it is malice: separators, overrides, markup and halves of characters, glued together. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: anyUnit, maxLength: 30 }),
  fc.array(fc.oneof(anySign, anyWord, fc.string({ maxLength: 4 })), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.constantFrom(...Object.values(hostile)),
  fc.string({ unit: 'grapheme', minLength: 100, maxLength: 300 }),
);

export const TABLE_COLUMNS = 3;

export function viewShowing(text: string): View {
  const user = { user: text };
  const row = [{ value: text }, { value: 7 }, { value: null, text: ['of ', user] }];
  return {
    name: 'any',
    today: '2026-12-15' as CivilDate,
    data: { text, nested: [{ [text]: text }] },
    blocks: [
      { type: 'title', text: [user, ', attempt 1'], aside: ['as of ', user] },
      { type: 'heading', text: user },
      { type: 'paragraph', text: user },
      {
        type: 'items',
        items: [
          { mark: 'done', label: '1 Eligibility', text: user, aside: '1 Sep 2026', details: [user] },
          { mark: 'current', label: user, text: ['by ', user, ' or so'], aside: user },
          { mark: 'unticked', text: [user, ' ', { strong: 'now' }] },
          { mark: 'bullet', label: ['for ', user], text: '' },
        ],
      },
      {
        type: 'fields',
        fields: [
          { label: 'Name', text: user },
          { label: 'Since', text: ['', user, ''] },
        ],
      },
      {
        type: 'table',
        columns: [
          { key: 'name', title: 'Name' },
          { key: 'days', title: 'Days', align: 'right' },
          { key: 'note', title: 'Note' },
        ],
        rows: [row, row],
      },
      { type: 'callout', label: 'Next', text: ['write to ', user, '.'], command: 'ascpi next' },
    ],
  };
}
