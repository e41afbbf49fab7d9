// A page stands alone, says in elements what it is, and holds text of people as text and nothing else.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { visible } from '../../src/formats/safe-text.ts';
import type { Block, View } from '../../src/views/view.ts';
import { anyText, viewShowing } from './any-view.ts';
import { hostile, nastyView, picturedView, plainView } from './sample-view.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function elementOf({ nodeName, attrs = [], childNodes = [] }: Node): Element {
  const children = childNodes.map((node) => (node.nodeName === '#text' ? (node.value ?? '') : elementOf(node)));
  return { name: nodeName, attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])), children };
}

function parsed(page: string): Element {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  return elementOf(document as unknown as Node);
}

const allOf = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : allOf(child))),
];
const named = (page: string, name: string) => allOf(parsed(page)).filter((element) => element.name === name);
const textOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
const the = (page: string, name: string): Element => {
  const [element, more] = named(page, name);
  if (!element || more) throw new Error(`${more ? 'more than one' : 'no'} ${name}`);
  return element;
};

/** Elements and attributes without any text; whether a cell may wrap goes by the length of its text. */
const shapeOf = ({ name, attributes, children }: Element): unknown => [
  name,
  { ...attributes, class: attributes['class']?.replace(/ ?(short|long)$/, '') || undefined },
  children.flatMap((child) => (typeof child === 'string' ? [] : [shapeOf(child)])),
];

const isBlank = (text: string) => visible(text).trim() === '';

test('text of people makes no element and no attribute, and comes out as it went in', async () => {
  const shape = shapeOf(parsed(await html.render(viewShowing('x'))));
  const shown = (await html.render(viewShowing('x'))).match(/<bdi>/g)?.length;
  await fc.assert(
    fc.asyncProperty(
      anyText.filter((text) => !isBlank(text)),
      async (written) => {
        const page = await html.render(viewShowing(written));
        expect(shapeOf(parsed(page))).toEqual(shape);
        const said = named(page, 'bdi').map(textOf);
        expect(said).toHaveLength(shown ?? 0);
        expect(new Set(said.filter((text) => text !== '7'))).toEqual(new Set([visible(written)]));
        expect(textOf(the(page, 'title')).replace(/[\u2068\u2069]/g, '')).toContain(visible(written).trim());
      },
    ),
    { numRuns: 300 },
  );
});

test('each hostile text is there to be read', async () => {
  const said = named(await html.render(nastyView), 'bdi').map(textOf);
  for (const text of Object.values(hostile)) expect(said).toContain(visible(text));
});

test('the policy lets in the one style by its hash, and nothing else', async () => {
  for (const view of [nastyView, plainView, picturedView]) {
    const page = await html.render(view);
    const policy = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const hash = createHash('sha256')
      .update(textOf(the(page, 'style')))
      .digest('base64');
    expect(policy?.attributes['content']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    for (const name of ['script', 'iframe', 'object', 'form', 'img', 'base', 'video', 'use']) {
      expect(named(page, name), name).toEqual([]);
    }
    for (const { attributes } of allOf(parsed(page))) {
      expect(
        Object.keys(attributes).filter((name) => name === 'style' || name === 'src' || name.startsWith('on')),
      ).toEqual([]);
    }
    const loaded = named(page, 'link').map(({ attributes }) => attributes['href']);
    expect(loaded).toEqual(['data:,']);
    expect(textOf(the(page, 'style'))).not.toMatch(/url\(|@import|@font-face/);
  }
});

test('a page has a language, a title, landmarks and headings in order', async () => {
  const page = await html.render(picturedView);
  expect(page.startsWith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')).toBe(true);
  expect(textOf(the(page.split('<body>')[0] ?? '', 'title'))).toBe('\u2068محمد علي\u2069, MLS(ASCPi), attempt 1');
  expect(textOf(the(page, 'h1'))).toBe('محمد علي, MLS(ASCPi), attempt 1');
  for (const landmark of ['header', 'main', 'footer']) the(page, landmark);
  const headings = named(page, 'section').map(({ children }) => children.find((child) => typeof child !== 'string'));
  expect(headings.map((heading) => typeof heading === 'object' && heading.name)).toEqual(headings.map(() => 'h2'));
  expect(headings.length).toBe(picturedView.blocks.filter(({ type }) => type === 'heading').length);
  expect(textOf(the(page, 'footer'))).toContain('As of Tue 15 Dec 2026');
  expect(textOf(the(page, 'footer'))).toMatch(/independent of ASCP, Pearson VUE and every agency.*own notice win/);
});

test('without a title the page has one of its own', async () => {
  const page = await html.render({ ...plainView, name: 'next', blocks: plainView.blocks.slice(1) });
  expect(textOf(the(page, 'h1'))).toBe('ascpi next');
  expect(textOf(the(page, 'title'))).toBe('ascpi next');
  const empty = await html.render({ ...plainView, blocks: [] });
  expect(the(empty, 'main').children.join('').trim()).toBe('');
});

test('marks, callouts, fields and tables carry words', async () => {
  const page = await html.render(nastyView);
  const words = named(page, 'li').map((item) => textOf(item).trim());
  expect(words).toContainEqual(expect.stringMatching(/^done: 1 Eligibility\s+route 1/));
  expect(words).toContainEqual(expect.stringMatching(/^not ticked: Letter of experience/));
  for (const mark of named(page, 'svg')) expect(mark.attributes).toMatchObject({ 'aria-hidden': 'true' });

  const ids = allOf(parsed(page)).flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const regions = allOf(parsed(page)).filter(({ attributes }) => attributes['aria-labelledby'] !== undefined);
  for (const { attributes } of regions) expect(ids).toContain(attributes['aria-labelledby']);
  const notes = regions.filter(({ attributes }) => attributes['role'] === 'note');
  expect(notes).toHaveLength(nastyView.blocks.filter(({ type }) => type === 'callout').length);

  const [table] = named(page, 'table');
  expect(table && textOf(table)).toMatch(/^\s*Table 1: \S/);
  const scopes = named(page, 'th').map(({ attributes }) => attributes['scope']);
  expect(new Set(scopes)).toEqual(new Set(['col', 'row']));
  expect(named(page, 'dt').map(textOf)).toContain('Owner');
  expect(named(page, 'dd').map(textOf)).toContain('none');
});

test('a timeline is drawn for wide and narrow pages and said in words', async () => {
  const page = await html.render(picturedView);
  const drawings = named(page, 'svg').filter(
    ({ attributes }) =>
      attributes['class']?.startsWith('timeline') && !/^chart/.test(attributes['aria-labelledby'] ?? ''),
  );
  expect(drawings.map(({ attributes }) => attributes['viewbox'] ?? attributes['viewBox'])).toEqual([
    expect.stringMatching(/^0 0 680 /),
    expect.stringMatching(/^0 0 300 /),
  ]);
  const sentences = [
    'Admission: on 30 Nov 2026',
    'Exam <b>: expected 18 Dec 2026 to 12 Jan 2027',
    'Exam window: from 30 Nov 2026 to 27 Feb 2027',
  ];
  for (const drawing of drawings) {
    const [title, description] = drawing.children.filter((child) => typeof child !== 'string');
    expect([title?.name, description?.name]).toEqual(['title', 'desc']);
    expect(title && textOf(title)).toBe('Timeline, 20 Nov 2026 to 9 Jun 2027');
    expect(description && textOf(description)).toBe(`${sentences.join('. ')}.`);
    expect(drawing.attributes).toMatchObject({
      'aria-labelledby': title?.attributes['id'],
      'aria-describedby': description?.attributes['id'],
    });
  }
  const said = allOf(the(page, 'details')).filter(({ name }) => name === 'li');
  expect(said.map(textOf)).toEqual(sentences);
});

test('only our own addresses are links', async () => {
  const shows = (text: Extract<Block, { type: 'paragraph' }>['text']): View => ({
    ...plainView,
    blocks: [{ type: 'paragraph', text }],
  });
  const links = async (text: Parameters<typeof shows>[0]) =>
    named(await html.render(shows(text)), 'a').map(({ attributes }) => attributes['href']);
  expect(await links('See https://www.ascp.org/a?b=1&c=2, and http://x.example/.')).toEqual([
    'https://www.ascp.org/a?b=1&c=2',
    'http://x.example/',
  ]);
  expect(await links({ user: 'https://evil.example javascript:alert(1)' })).toEqual([]);
});
