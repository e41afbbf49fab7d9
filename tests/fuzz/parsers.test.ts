// Every parser of text, fed with anything: it answers or fails with one line, soon and alike, and takes nothing half.
import { expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { anyText } from './inputs.ts';
import { PATIENCE_MS, tryLaw } from './law.ts';
import { type Parser, parsers } from './parsers.ts';

test.each(parsers)('$name', { timeout: PATIENCE_MS }, async ({ name, examples, read }) => {
  await tryLaw(name, anyText(examples), 300, read, examples);
});

/** Whether there is an answer; undefined stands for no. */
function takes({ read }: Parser, text: string): boolean {
  try {
    return read(text) !== undefined;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

const endings = ['=', '..', 'T', ' ', '/', ',', '?', '#', ':', '@', ';', '\n'].map((mark) => `${mark}\u0001`);

test.each(parsers.filter(({ open }) => !open))(
  '$name: its examples are taken, and nothing that goes on behind',
  (parser) => {
    const { examples } = parser;
    expect(examples.filter((example) => !takes(parser, example))).toEqual([]);
    const half = examples.flatMap((example) => endings.map((ending) => example + ending));
    expect(half.filter((text) => takes(parser, text))).toEqual([]);
  },
);
