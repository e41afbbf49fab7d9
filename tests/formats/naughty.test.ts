// The big list of naughty strings, as names: kept as given or refused with one line, through every format, and back from a backup.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import { expect, test } from 'vitest';
import { type Terminal, terminal } from '../cli/terminal.ts';
import { LISTED, naughty } from './naughty-strings.ts';

/** What a terminal or a browser would act on: controls, and signs that turn the direction of what follows. */
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\ufeff]/;

test('the list is there', () => {
  expect(naughty.length).toBeGreaterThanOrEqual(LISTED + 100);
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

/** Candidates with these strings as names and, where that is possible, as notes; and who was kept under which. */
async function rosterOf(strings: readonly string[]): Promise<{ where: Terminal; kept: ReadonlyMap<string, string> }> {
  const where = terminal({ day: '2027-02-21' });
  const kept = new Map<string, string>();
  for (const [index, name] of strings.entries()) {
    const id = `n${index}`;
    const argv = ['candidates', 'add', `--name=${name}`, '--id', id, '--email', `${id}@example.org`];
    const noted = await where.run(...argv, `--note=${name}`);
    const said = noted.code === 0 ? noted : await where.run(...argv);
    if (said.code !== 0) continue;
    for (const step of ['application --on 2026-10-01', 'admission --on 2026-11-30']) {
      await where.run('done', ...step.split(' '), '-c', id);
    }
    const { candidate } = (await where.json('status', '-c', id)) as unknown as { candidate: { name: string } };
    kept.set(id, candidate.name);
  }
  return { where, kept };
}

// Every fifth of the list, and all of the kinds it lacks.
const some = naughty.filter((_, index) => index >= LISTED || index % 5 === 0);

test('all together they go through every format, and back by each export', async () => {
  const { where, kept } = await rosterOf(some);
  expect(kept.size).toBeGreaterThan(120);
  for (const columns of ['40', '80']) {
    for (const argv of [['candidates'], ['report'], ['remind'], ['history', '-c', [...kept.keys()][0] ?? '']]) {
      const narrow = terminal({ home: where.home, day: '2027-02-21', env: { COLUMNS: columns } });
      const { code, out } = await narrow.run(...argv);
      expect([0, 4], argv.join(' ')).toContain(code);
      expect(out, argv.join(' ')).not.toMatch(HARMFUL);
    }
  }
  for (const format of ['html', 'markdown', 'json']) {
    const { code, out } = await where.run('candidates', '--format', format);
    expect(code).toBe(0);
    if (format === 'html') expect(scriptsIn(out)).toBe(0);
    if (format === 'json') expect(JSON.parse(out)).toMatchObject({ schema: 'ascpi/candidates@1' });
    else expect(out).not.toMatch(HARMFUL);
  }
  const calendar = await where.run('calendar', '--roster', '--format', 'ics');
  expect(calendar.code).toBe(0);
  // Nobody's name begins a line of its own, and no line is longer than 75 bytes.
  expect(calendar.out).not.toMatch(/^(ATTENDEE|BCC|X-ASCPI-NAME)/im);
  expect(calendar.out.split('\r\n').filter((line) => Buffer.byteLength(line, 'latin1') > 75)).toEqual([]);
  const folder = join(dirname(where.home), 'exports');
  mkdirSync(folder, { recursive: true });
  for (const extension of ['csv', 'json']) {
    const file = join(folder, `all.${extension}`);
    expect((await where.run('candidates', 'export', '-o', file)).code).toBe(0);
    const other = terminal({ day: '2027-02-21' });
    const { code, err } = await other.run('candidates', 'import', file, '--yes');
    expect(code, err).toBe(0);
    const { candidates } = (await other.json('candidates')) as unknown as {
      candidates: { id: string; name: string }[];
    };
    expect(new Map(candidates.map(({ id, name }) => [id, name])), extension).toEqual(kept);
  }
}, 300_000);

test('as mails they have one recipient, one subject, and nothing of theirs among the headers', async () => {
  const { where, kept } = await rosterOf(some);
  const folder = join(dirname(where.home), 'mails');
  await where.run('config', 'set', 'mail.from', 'Ana Cruz <ana@example.org>');
  const said = await where.run('remind', '--send', 'eml', '-o', folder, '--yes');
  expect(said.code, said.err).toBe(0);
  const mails = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  expect(mails.length).toBeGreaterThanOrEqual(kept.size);
  for (const name of mails) {
    const text = readFileSync(join(folder, name), 'latin1');
    const headers = text
      .slice(0, text.indexOf('\r\n\r\n'))
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n');
    const names = headers.map((header) => header.slice(0, header.indexOf(':')).toLowerCase());
    expect(new Set(names).size, name).toBe(names.length);
    expect(names, name).not.toContain('bcc');
    const to = headers.filter((header) => /^to:/i.test(header)).join();
    expect(to, name).toMatch(/^To: (.* )?<?n\d+@example\.org>?$/);
    // What is quoted or encoded is a name, whatever it looks like.
    expect(to.replace(/"(?:[^"\\]|\\.)*"|=\?[^ ]*\?=/g, '').split('@'), to).toHaveLength(2);
    expect(headers.join('\n'), name).not.toMatch(/[^\n\x20-\x7e]/);
  }
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
