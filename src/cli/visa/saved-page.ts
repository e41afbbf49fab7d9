// Takes tables, headings and the title out of a saved web page. The one file that reads HTML; scripts are never run.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';
import type { PageTable, SavedPage } from '../../domain/bulletin-page.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** Saved pages have some two thousand elements, twenty deep. One that was made to keep a parser busy is given up. */
const [DEEPEST, MOST] = [500, 200_000];

const unread: readonly string[] = ['script', 'style', 'noscript', 'template', 'svg', 'iframe'];

/** Undefined for a page that is too deep or too large to read. */
export function readSavedPage(text: string): SavedPage | undefined {
  const document = parsed(text);
  if (!document) return undefined;
  const found = { title: '', headings: [] as string[], tables: [] as PageTable[], before: '' };
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) found.before += node.value;
    if (!('childNodes' in node) || unread.includes(node.nodeName)) return;
    if (node.nodeName === 'table' && all(node, 'table').length === 0) {
      found.tables.push({ before: found.before, rows: rowsOf(node) });
      found.before = '';
      return;
    }
    if (node.nodeName === 'title') found.title ||= textOf(node);
    else if (node.nodeName === 'h1') found.headings.push(textOf(node));
    node.childNodes.forEach(visit);
  };
  visit(document);
  return { title: found.title, headings: found.headings, tables: found.tables };
}

function parsed(text: string): DefaultTreeAdapterTypes.Document | undefined {
  let [depth, elements] = [0, 0];
  try {
    // Half a pair in a row makes the parser fail; it stands for nothing anyway.
    return parse(text.toWellFormed(), {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1;
          elements += 1;
          if (depth > DEEPEST || elements > MOST) throw GIVEN_UP;
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
  } catch (error) {
    if (error === GIVEN_UP) return undefined;
    throw error;
  }
}

const GIVEN_UP = new Error('the page is too much to read');

const rowsOf = (table: Element): PageTable['rows'] =>
  all(table, 'tr').map((row) =>
    row.childNodes
      .filter((node): node is Element => node.nodeName === 'td' || node.nodeName === 'th')
      .map((cell) => ({ text: textOf(cell), spans: spansMany(cell) })),
  );

const spansMany = ({ attrs }: Element): boolean =>
  attrs.some(({ name, value }) => (name === 'colspan' || name === 'rowspan') && value.trim() !== '1');

/** Elements of a name anywhere below. */
function all(node: Element, name: string): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('childNodes' in child) || child.namespaceURI !== html.NS.HTML) return [];
    return [...(child.nodeName === name ? [child] : []), ...all(child, name)];
  });
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return ' ';
  if (!('childNodes' in node) || unread.includes(node.nodeName)) return '';
  return node.childNodes.map(textOf).join('');
}
