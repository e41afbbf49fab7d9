// What draws, calculates and folds for pages, sheets and calendars is loaded by them alone.
import { expect, test, vi } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { html } from '../../src/formats/html.ts';
import { ics } from '../../src/formats/ics.ts';
import { bookedJourney, terminal } from '../cli/terminal.ts';
import { calendarView } from './sample-events.ts';
import { nastyView, picturedView } from './sample-view.ts';

const loaded = vi.hoisted(() => [] as string[]);

vi.mock('d3-scale', async (original) => {
  loaded.push('d3-scale');
  return await original();
});
vi.mock('csv-stringify/sync', async (original) => {
  loaded.push('csv-stringify');
  return await original();
});
vi.mock('ical-generator', async (original) => {
  loaded.push('ical-generator');
  return await original();
});

test('status and plan load none of them, and each format its own', async () => {
  const where = terminal();
  await bookedJourney(where);
  for (const argv of [['status'], ['plan'], ['history', '--json'], ['report'], ['status', '--format', 'markdown']]) {
    expect((await where.run(...argv)).code).toBe(0);
  }
  expect(loaded).toEqual([]);
  await csv.render(nastyView);
  expect(loaded).toEqual(['csv-stringify']);
  await ics.render(calendarView);
  expect(loaded).toEqual(['csv-stringify', 'ical-generator']);
  await html.render(picturedView);
  expect(loaded).toEqual(['csv-stringify', 'ical-generator', 'd3-scale']);
});
