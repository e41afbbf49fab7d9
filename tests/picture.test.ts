// The picture in the README: what the program shows today, valid XML, and legible for every reader in light and dark.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingChromium, startViewer, type Viewer } from './formats/chromium.ts';

const root = join(import.meta.dirname, '..');
const picture = readFileSync(join(root, 'docs/status.svg'), 'utf8');

test('docs/status.svg is what the program shows', () => {
  const said = spawnSync(process.execPath, [join(root, 'scripts/picture.mjs'), '--check'], { encoding: 'utf8' });
  expect(said).toMatchObject({ status: 0, stderr: '' });
});

test('it asks for nothing and runs nothing', () => {
  const addresses = [...picture.matchAll(/\w+:\/\/[^"\s]+/g)].map(([address]) => address);
  expect(addresses).toEqual(['http://www.w3.org/2000/svg']);
  expect(picture).not.toMatch(/<script|<foreignObject|<image|\son\w+=|href=|@import|url\(/i);
});

/** Written as text, because it runs in the page. */
const READ = `(() => {
  const read = new DOMParser().parseFromString(${JSON.stringify(picture)}, 'image/svg+xml');
  document.body.replaceChildren(document.adoptNode(read.documentElement));
})()`;

const NAMES = `[...document.querySelectorAll('svg > title, svg > desc')].map((each) => each.textContent)`;

const BROKEN = `(() => {
  const { width } = document.querySelector('svg').viewBox.baseVal;
  const words = [...document.querySelectorAll('text')].map((each) => ({ box: each.getBBox(), y: each.getAttribute('y'), said: each.textContent }));
  return words.filter(({ box, y }, index) => {
    const next = words[index + 1];
    return box.width === 0 || box.x + box.width > (next?.y === y ? next.box.x : width) + 0.5;
  }).map(({ said }) => said);
})()`;

const CONTRASTS = `(() => {
  const light = (color) => {
    const [r, g, b] = color.match(/\\d+/g).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ink = (each) => light(getComputedStyle(each).fill);
  const ground = ink(document.querySelector('rect'));
  return [...document.querySelectorAll('text')].map((each) => Math.max(ink(each) / ground, ground / ink(each)));
})()`;

if (missingChromium) test.skip(`in a browser: ${missingChromium}`, () => {});

describe.skipIf(missingChromium)('in a browser', () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await startViewer();
  });
  afterAll(async () => viewer?.close());

  test('it is valid XML with a name, says itself in words, and no words run into others', async () => {
    const { page, look } = await viewer.open('<!doctype html><title>Picture</title>');
    await look({ width: 830, colors: 'light' });
    await page.evaluate(READ);
    expect(await page.evaluate('document.querySelector("svg").getAttribute("role")')).toBe('img');
    const [title, spoken] = (await page.evaluate(NAMES)) as string[];
    expect(title).toContain('ascpi status');
    expect(spoken).toMatch(/^Step 4 Schedule: current, book by .*^Next, type: ascpi done schedule --exam <date>$/ms);
    expect(await page.evaluate(BROKEN)).toEqual([]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('its inks stand out: %s', async (colors) => {
    const { page, look } = await viewer.open('<!doctype html><title>Picture</title>');
    await look({ width: 830, colors });
    await page.evaluate(READ);
    const contrasts = (await page.evaluate(CONTRASTS)) as number[];
    expect(contrasts.length).toBeGreaterThan(20);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    await page.close();
  });
});
