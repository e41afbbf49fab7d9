// The ways of asking, on streams: plain lines for screen readers, and the keyboard as the lists read it.
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/cli/guide/ask.ts';
import { lineAsk } from '../../../src/cli/guide/line-ask.ts';
import { typedInput } from '../../../src/cli/guide/typed-input.ts';
import { Failure } from '../../../src/domain/failure.ts';

function lines() {
  const input = new PassThrough();
  const output = new PassThrough();
  let interrupt: (() => void) | undefined;
  const onInterrupt = (act: () => void) => {
    interrupt = act;
    return () => {
      interrupt = undefined;
    };
  };
  const manner = { accessible: true, color: false, unicode: true, render: async (what: unknown) => `${what}\n` };
  const ask = lineAsk({ input, output, onInterrupt }, manner);
  const type = (text: string) => input.write(text);
  // Node 26 gives one write at a time, those before give all.
  const said = () => {
    let text = '';
    for (let part = output.read(); part !== null; part = output.read()) text += part;
    return text;
  };
  return { ask, input, type, said, interrupt: () => interrupt?.(), isListening: () => interrupt !== undefined };
}

const size = {
  id: 'size',
  message: 'How large?',
  why: 'It has to fit.',
  choices: [
    { title: 'Small', value: 's' },
    { title: 'Large', value: 'l' },
  ],
};
const number = (preset?: string) => ({
  id: 'number',
  message: 'Which number?',
  why: 'One of them counts.',
  ...(preset === undefined ? {} : { preset }),
  read: (text: string) => {
    if (/^\d$/.test(text)) return Number(text);
    throw new Failure('usage', 'that is no digit', 'Type one');
  },
});

test('choices are numbered, the one that Enter takes is spoken, and a wrong number is asked again', async () => {
  const { ask, type, said } = lines();
  const answer = ask.choose({ ...size, preset: 1 });
  type('3\nl\n?\n1\n');
  expect(await answer).toBe('s');
  const asked =
    'How large?\n1: Small\n2: Large\nType a number from 1 to 2. (Enter means: 2) Type ? for an explanation.\n';
  expect(said().split(asked)).toEqual([
    '',
    '"3" is not one of the numbers. Type a number from 1 to 2.\n',
    '"l" is not one of the numbers. Type a number from 1 to 2.\n',
    'It has to fit.\n',
    '',
  ]);
});

test('Enter takes the answer that was spoken', async () => {
  const { ask, type } = lines();
  type('\n');
  expect(await ask.choose({ ...size, preset: 1 })).toBe('l');
  type('\n');
  expect(await ask.text(number('7'))).toBe(7);
});

test('lines typed ahead answer the questions that come', async () => {
  const { ask, type, said } = lines();
  type('4\n2\n');
  expect(await ask.text(number())).toBe(4);
  expect(await ask.choose(size)).toBe('l');
  expect(said()).not.toContain('\u001b');
});

test('control characters in an answer come back written out', async () => {
  const { ask, type, said } = lines();
  const answer = ask.choose(size);
  type('\u001b[31mred\u0007\n2\n');
  await answer;
  expect(said()).toContain('"\\u001b[31mred\\u0007"');
});

const leaving: readonly (readonly [string, (where: ReturnType<typeof lines>) => void])[] = [
  ['Ctrl-C', ({ interrupt }) => interrupt()],
  ['the end of the input', ({ input }) => input.end()],
  ['Esc and Enter', ({ type }) => type('\u001b\n')],
];
test.each(leaving)('%s leaves, also at every question after it', async (_how, leave) => {
  const where = lines();
  const answer = where.ask.text(number());
  leave(where);
  await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
});

describe('what is to be hidden', () => {
  const secret = { id: 'secret', message: 'What is it?', why: 'Nobody else is to know.', hidden: true } as const;
  const read = (text: string) => text;
  /** A keyboard whose keys come as they are pressed while it is raw. */
  const hidden = () => {
    const where = lines();
    const raw: boolean[] = [];
    Object.assign(where.input, { setRawMode: (isRaw: boolean) => raw.push(isRaw) });
    return { ...where, raw };
  };

  test('is read key by key, nothing of it is shown, and the keyboard is given back', async () => {
    const { ask, type, said, raw } = hidden();
    const answer = ask.text({ ...secret, read });
    for (const key of ['h', 'x', '\u007f', 'u', 'n', 't', 'é', '\u0001', '陈', '\r']) type(key);
    expect(await answer).toBe('hunté陈');
    expect(raw).toEqual([true, false]);
    expect(said()).toBe('What is it? What you type is not shown. Type ? for an explanation.\n\n');
    const next = ask.text(number());
    type('4\n');
    expect(await next, 'what follows is asked as always').toBe(4);
  });

  test.each(['\u0003', 'half\u0003', '\u0004'])('%j leaves, and the keyboard is given back', async (keys) => {
    const { ask, type, raw } = hidden();
    const answer = ask.text({ ...secret, read });
    type(keys);
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    expect(raw).toEqual([true, false]);
  });

  test('an empty line after Ctrl-U is asked again', async () => {
    const { ask, type, raw } = hidden();
    const some = (text: string) => {
      if (text !== '') return text;
      throw new Failure('usage', 'Nothing was typed');
    };
    const answer = ask.text({ ...secret, read: some });
    type('slip\u0015\r');
    type('right\r');
    expect(await answer).toBe('right');
    expect(raw).toEqual([true, false, true, false]);
  });
});

test('once closed nothing listens any more', () => {
  const { ask, isListening, input } = lines();
  expect(isListening()).toBe(true);
  (ask as Ask).close();
  expect(isListening()).toBe(false);
  expect(input.isPaused()).toBe(true);
});

async function typed(...chunks: readonly (string | Buffer)[]): Promise<string> {
  const keyboard = new PassThrough();
  const { stream } = typedInput(keyboard);
  let passed = '';
  stream.on('data', (chunk) => {
    passed += String(chunk);
  });
  for (const chunk of chunks) {
    keyboard.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setImmediate(resolve));
  return passed;
}

test.each([
  ['text, keys and colours as they come', 'María\u001b[A\u001b[1;5C\u001bOP\u001b\u007f\t\r', undefined],
  ['a flood is cut', 'A'.repeat(10_000), 'A'.repeat(300)],
  ['wide characters count once each', '陈'.repeat(400), '陈'.repeat(300)],
  ['Enter begins a new answer', `${'A'.repeat(400)}\r${'B'.repeat(400)}`, `${'A'.repeat(300)}\r${'B'.repeat(300)}`],
  ['what is erased makes room', `${'A'.repeat(400)}\u007f\u007fBCD`, `${'A'.repeat(300)}\u007f\u007fBC`],
  ['Ctrl-U makes room', `${'A'.repeat(400)}\u0015B`, `${'A'.repeat(300)}\u0015B`],
  ['Ctrl-D leaves where nothing is typed', '\u0004', '\u0003'],
  ['Ctrl-D does nothing to what is typed', 'A\u0004B', 'AB'],
  ['characters that could begin a control sequence are dropped', 'A\u009b31mB\u0090C', 'A31mBC'],
])('%s', async (_what, text, passed = text) => {
  expect(await typed(text)).toBe(passed);
});

test('a character cut in two by the system comes out whole', async () => {
  const bytes = Buffer.from('é陈');
  expect(await typed(bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3))).toBe('é陈');
});

test('a flood in pieces is cut all the same', async () => {
  expect(await typed(...Array<string>(50).fill('A'.repeat(100)))).toBe('A'.repeat(300));
});
