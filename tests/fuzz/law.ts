// The law of every parser: a value or a Failure that can be shown, soon, and the same again.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import type { Said } from '../cli/terminal.ts';
import { files } from './files.ts';
import { parsers } from './parsers.ts';

/** `npm run test:fuzz` gives time and a seed; the gate a few hundred runs with a seed of its own. */
const minutes = Number(process.env['ASCPI_FUZZ_MINUTES'] ?? 0);
const seed = Number(process.env['ASCPI_FUZZ_SEED'] ?? 57);
/** All share the time: those of the two tables, the readers of journeys, and command lines. */
const share = (minutes * 60_000) / (parsers.length + files.length + 2);

/** Nothing takes a hundredth of this. It is a pattern or a loop that grows with the square, or worse. */
const TOO_LONG_MS = 20_000;

type Outcome = { readonly value: unknown } | { readonly failure: Failure };

async function outcomeOf(read: () => unknown): Promise<Outcome> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'bug') return { failure: error };
    throw error;
  }
}

/** What one line on a terminal can't show. */
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function checkShown({ kind, message, hint = '' }: Failure): void {
  expect(
    [message, hint].filter((text) => HARMFUL.test(text) || !text.isWellFormed()),
    kind,
  ).toEqual([]);
  expect(message.length, message.slice(0, 200)).toBeLessThan(4000);
}

async function checkOne(read: () => unknown): Promise<void> {
  const start = performance.now();
  const first = await outcomeOf(read);
  const took = performance.now() - start;
  if (took > TOO_LONG_MS) throw new Error(`took ${Math.round(took)} ms`);
  if ('failure' in first) checkShown(first.failure);
  const second = await outcomeOf(read);
  const [one, other] = [first, second].map((each) =>
    'failure' in each ? [each.failure.message, each.failure.hint] : each,
  );
  if (!isDeepStrictEqual(one, other)) throw new Error('gives another answer the second time');
}

/** Tries the law on `runs` inputs or, where time is given, on as many as it allows. */
export async function tryLaw<T>(
  name: string,
  input: fc.Arbitrary<T>,
  runs: number,
  read: (input: T) => unknown,
  examples: readonly T[] = [],
): Promise<void> {
  // Said before it begins: what hangs is the last one named.
  if (minutes > 0) process.stdout.write(`${name}: `);
  let tried = 0;
  const property = fc.asyncProperty(input, async (each) => {
    tried += 1;
    await checkOne(() => read(each));
  });
  const time =
    minutes > 0
      ? { numRuns: 10_000_000, interruptAfterTimeLimit: share, markInterruptAsFailure: false }
      : { numRuns: runs };
  await fc.assert(property, { ...time, seed, examples: examples.map((example) => [example] as [T]) });
  if (minutes > 0) process.stdout.write(`${tried} inputs\n`);
}

/** How long one test may last. */
export const PATIENCE_MS = minutes > 0 ? minutes * 60_000 + 60_000 : 120_000;

/** What a whole command said, if it may be said: a documented exit code, and one line at the end where it failed. */
export function soundOf(said: Said): Said {
  const { code, err } = said;
  const isLine =
    /(?:^|\n)(?:ascpi: [^\n]{5,4000}|\{"error":\{.*\}\})\n$/.test(err) && !HARMFUL.test(err.replaceAll('\n', ' '));
  if (![0, 2, 3, 4, 5, 6].includes(code)) throw new Error(`exit ${code}: ${err}`);
  if (code !== 0 && code !== 4 && !isLine) throw new Error(`exit ${code} says ${JSON.stringify(err)}`);
  return said;
}
