// A real Chromium that opens pages from files, and what it noticed about them.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = PLACES.find((place) => existsSync(place));

/** Why there is none to be had here, or undefined when there is one. */
export const missingChromium: string | undefined = program ? undefined : 'Chromium is not installed';

export interface Look {
  readonly width: number;
  readonly colors: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

export interface Opened {
  readonly page: Page;
  readonly look: (look: Look) => Promise<void>;
  /** addresses asked for, the page itself left out */
  readonly requests: readonly string[];
  /** what the browser complained about */
  readonly complaints: readonly string[];
}

export interface Viewer {
  readonly open: (html: string) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export async function startViewer(): Promise<Viewer> {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-pages-'));
  const browser: Browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] });
  let count = 0;
  const open = async (html: string): Promise<Opened> => {
    count += 1;
    const path = join(folder, `${count}.html`);
    writeFileSync(path, html);
    const page = await browser.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`file://${path}`, { waitUntil: 'load' });
    const look = async ({ width, colors, media = 'screen' }: Look) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media, colorScheme: colors });
    };
    return { page, look, complaints, requests: requests.slice(1) };
  };
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { open, close };
}
