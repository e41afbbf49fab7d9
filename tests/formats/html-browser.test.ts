// Pages in a real browser: nothing runs, nothing is asked for, nobody is shut out, wide and narrow, light, dark and on paper.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { bookedJourney, terminal } from '../cli/terminal.ts';
import { type Look, missingChromium, startViewer, type Viewer } from './chromium.ts';
import { picturedView } from './sample-view.ts';

const pages = {
  nasty: () => html.render(picturedView),
  status: () => answerOf('status'),
  plan: () => answerOf('plan', '--by', '2027-06-01'),
  compare: () => answerOf('plan', '--compare', 'exam=2027-01-15', 'exam=2027-01-15,result=fail', 'exam=2027-02-20'),
  checklist: () => answerOf('checklist'),
  rules: () => answerOf('rules'),
} as const;

async function answerOf(...argv: string[]): Promise<string> {
  const where = terminal();
  await bookedJourney(where);
  const { code, out, err } = await where.run(...argv, '--format', 'html');
  if (code !== 0) throw new Error(err);
  return out;
}

const looks: readonly Look[] = [
  { width: 390, colors: 'light' },
  { width: 390, colors: 'dark' },
  { width: 1280, colors: 'light' },
  { width: 1280, colors: 'dark' },
];

/** What the browser says of the page; as text, because these are its words and not ours. */
const ask = <T>(page: Page, question: string): Promise<T> => page.evaluate<T>(question);

describe.skipIf(missingChromium)(`pages in a browser${missingChromium ? `: skipped, ${missingChromium}` : ''}`, () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await startViewer();
  });
  afterAll(() => viewer?.close());

  test.each(Object.entries(pages))('%s: nobody is shut out, nothing runs, nothing is asked for', async (_, written) => {
    const { page, requests, complaints, look } = await viewer.open(await written());
    await page.evaluate(axe.source);
    for (const each of looks) {
      await look(each);
      const { violations, passes } = await ask<AxeResults>(page, 'axe.run()');
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
      expect(found, JSON.stringify(each)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      expect(await ask(page, WIDER_THAN_THE_PAGE), JSON.stringify(each)).toBe(0);
    }
    expect(await ask(page, 'document.scripts.length')).toBe(0);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('the style is let in, and colours follow the wish of the reader', async () => {
    const { page, look } = await viewer.open(await pages.status());
    const colors = async (wish: Look) => {
      await look(wish);
      return ask(page, '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]');
    };
    expect(await colors({ width: 800, colors: 'light' })).toEqual(['rgb(255, 255, 255)', 'rgb(27, 31, 36)']);
    expect(await colors({ width: 800, colors: 'dark' })).toEqual(['rgb(20, 24, 29)', 'rgb(230, 237, 243)']);
    const paper = await colors({ width: 800, colors: 'dark', media: 'print' });
    expect(paper).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await page.close();
  });

  test('a table wider than the page is reached and scrolled by the keyboard', async () => {
    const { page, look } = await viewer.open(await pages.nasty());
    await look({ width: 390, colors: 'light' });
    const scrolled = () =>
      ask<number>(page, 'document.activeElement.className === "frame" && document.activeElement.scrollLeft');
    const isWider = () => ask<boolean>(page, 'document.activeElement.scrollWidth > document.activeElement.clientWidth');
    for (let tabs = 0; tabs < 20 && (await scrolled()) !== 0; tabs += 1) await page.keyboard.press('Tab');
    if (!(await isWider())) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(scrolled).toBeGreaterThan(0);
    await page.close();
  });

  test.each(looks)('at $width points, $colors, one timeline is shown, in letters that can be read', async (wish) => {
    const { page, look } = await viewer.open(await pages.plan());
    await look(wish);
    expect(await page.locator('svg[role=img]:visible').count()).toBe(1);
    const boxes = await Promise.all(
      (await page.locator('svg[role=img]:visible text').all()).map((label) => label.boundingBox()),
    );
    expect(Math.min(...boxes.map((box) => box?.height ?? 0))).toBeGreaterThanOrEqual(11);
    await page.close();
  });

  test('on paper no record is cut, and the wide drawing is there', async () => {
    const { page, look } = await viewer.open(await pages.plan());
    await look({ width: 700, colors: 'light', media: 'print' });
    for (const selector of ['tbody tr', '.item', 'figure']) {
      const breaks = await ask<string[]>(
        page,
        `[...document.querySelectorAll('${selector}')].map((each) => getComputedStyle(each).breakInside)`,
      );
      expect(new Set(breaks), selector).toEqual(new Set(['avoid']));
    }
    expect(await page.locator('svg[role=img]:visible').getAttribute('class')).toBe('timeline wide');
    await page.close();
  });
});

const WIDER_THAN_THE_PAGE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
