// The driver of PostgreSQL is loaded by whoever uses a roster on a server, and by nobody else.
import { expect, test, vi } from 'vitest';
import { bookedJourney, terminal } from '../cli/terminal.ts';

const loaded = vi.hoisted(() => [] as string[]);

vi.mock('pg', async (original) => {
  loaded.push('pg');
  return await original();
});

test('commands on files do not load it', async () => {
  const where = terminal();
  await bookedJourney(where);
  for (const argv of [['status'], ['candidates'], ['remind'], ['store', 'status'], ['doctor']]) {
    expect((await where.run(...argv)).code).toBe(0);
  }
  expect(loaded).toEqual([]);
  expect((await where.run('status', '--store', 'postgres:///ascpi?host=/nowhere')).code).toBe(1);
  expect(loaded).toEqual(['pg']);
});
