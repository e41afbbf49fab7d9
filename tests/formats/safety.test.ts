// Nothing that a person wrote can steer a terminal, reorder a line, break one, or become Markdown.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { json } from '../../src/formats/json.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { text } from '../../src/formats/text.ts';
import { anyText, TABLE_COLUMNS, viewShowing } from './any-view.ts';
import { nastyView } from './sample-view.ts';
import { aloud, inAscii, inPipe, onTerminal } from './styles.ts';

const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const LONE = /\p{Cs}/u;

/** Isolates are ours only in pairs on one line. */
const withoutIsolates = (output: string): string => output.replace(/\u2068([^\u2066-\u2069\n]*)\u2069/g, '$1');

function expectSafe(output: string): void {
  const rest = withoutIsolates(output);
  expect(FORBIDDEN.exec(rest)).toBeNull();
  expect(LONE.exec(rest)).toBeNull();
  expect(output.endsWith('\n')).toBe(true);
}

const styles = [onTerminal, { ...onTerminal, width: 40 }, inPipe, inAscii, aloud];

test('no hidden character of a person reaches text, Markdown or a page', async () => {
  for (const style of styles) expectSafe(await text.render(nastyView, style));
  expectSafe(await markdown.render(nastyView));
  expectSafe(await html.render(nastyView));
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom(...styles), async (written, style) => {
      expectSafe(await text.render(viewShowing(written), style));
      expectSafe(await markdown.render(viewShowing(written)));
      expectSafe(await html.render(viewShowing(written)));
    }),
    { numRuns: 300 },
  );
});

test('JSON gives back what it was given, and hides nothing from the eye', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.jsonValue(), async (written, value) => {
      const data = { ...viewShowing(written).data, value };
      const output = await json.render({ ...viewShowing(written), data });
      expectSafe(output);
      expect(output).not.toMatch(/[\u2066-\u2069]/);
      const expected = { schema: 'ascpi/any@1', today: '2026-12-15', ...JSON.parse(JSON.stringify(data)) };
      expect(JSON.parse(output)).toEqual(expected);
      expect(Object.keys(JSON.parse(output)).slice(0, 2)).toEqual(['schema', 'today']);
    }),
  );
});

/** What is left of Markdown when escapes and code are taken out: what a renderer may read as markup. */
function bare(line: string): string {
  let left = '';
  for (let at = 0; at < line.length; ) {
    const fence = /^`+/.exec(line.slice(at))?.[0];
    if (line[at] === '\\') {
      at += 2;
      left += 'E';
    } else if (fence) {
      const close = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(line.slice(at + fence.length));
      if (!close) return `${left} unclosed ${fence}`;
      at += fence.length + close.index + fence.length;
      left += 'C';
    } else left += line[at++];
  }
  return left;
}

test('no text of a person is Markdown, HTML or a link', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (written) => {
      const blocks = [{ type: 'paragraph', text: { user: written } } as const];
      const lines = (await markdown.render({ ...viewShowing(written), blocks })).split('\n');
      expect(lines.slice(1).join('')).toBe('');
      const left = bare(lines[0] ?? '');
      expect(left).not.toMatch(/[\\`*_[\]<>&|~$#@]|\{[{%]|www\.|:\/\/|(?:https?|mailto|xmpp):/i);
      expect(left).not.toMatch(/^(?:[-+=:>]|\d+[.)]|\s)/);
    }),
    { numRuns: 1000 },
  );
});

test('a record of a Markdown table is one line with the cells of its header', async () => {
  const count = nastyView.blocks.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length + 2 : 0), 0);
  const nasty = (await markdown.render(nastyView)).split('\n').filter((line) => line.startsWith('|'));
  expect(nasty).toHaveLength(count);
  await fc.assert(
    fc.asyncProperty(anyText, async (written) => {
      const rows = (await markdown.render(viewShowing(written))).split('\n').filter((line) => line.startsWith('|'));
      expect(rows).toHaveLength(4);
      for (const row of rows) {
        expect(row.split(/(?<!\\)\|/)).toHaveLength(TABLE_COLUMNS + 2);
        expect(row.replace(/\\./g, '').split('|')).toHaveLength(TABLE_COLUMNS + 2);
      }
    }),
    { numRuns: 300 },
  );
});
