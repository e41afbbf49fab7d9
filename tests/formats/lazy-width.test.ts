// string-width, as costly to load as the rest of the program, is loaded only for a view that needs it.
import { expect, test, vi } from 'vitest';
import { text } from '../../src/formats/text.ts';
import { nastyView, plainView } from './sample-view.ts';
import { aloud, inPipe, onTerminal } from './styles.ts';

const loads = vi.hoisted(() => ({ count: 0 }));

vi.mock('string-width', async (original) => {
  loads.count++;
  return await original();
});

test('a view in Latin letters does without string-width', async () => {
  for (const style of [onTerminal, inPipe, aloud]) await text.render(plainView, style);
  const accented = {
    ...plainView,
    blocks: [{ type: 'paragraph', text: { user: 'Núñez Nguyễn ₱500 – “ok”…' } } as const],
  };
  await text.render(accented, onTerminal);
  expect(loads.count).toBe(0);
  await text.render(nastyView, onTerminal);
  expect(loads.count).toBe(1);
});
