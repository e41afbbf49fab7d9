// Every file that is read, with anything in it: an answer, or one line that names it; and it is left as it was.
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { sealed } from '../../src/stores/checksum.ts';
import type { Said } from '../cli/terminal.ts';
import { files, type ReadFile, stocked } from './files.ts';
import { anyBytes, anyText } from './inputs.ts';
import { PATIENCE_MS, soundOf, tryLaw } from './law.ts';

const SEAL = /,\n {2}"checksum": "[0-9a-f]{8}"\n\}\n$/;

/** What may stand in the file. A checksum that fits brings a change past the first gate. */
function contentsOf(
  { isSealed, wrap = (bytes) => bytes }: ReadFile,
  examples: readonly string[],
): fc.Arbitrary<Uint8Array> {
  const plain = examples.map((text) => text.replace(SEAL, '\n}\n'));
  const fitting = anyText(plain).map((text) => Buffer.from(sealed(text)));
  const all = isSealed ? fc.oneof(anyBytes(examples), fitting) : anyBytes(examples);
  return all.map(wrap);
}

test.each(files)('$name', { timeout: PATIENCE_MS }, async (file) => {
  const { where, exampleOf, pathOf, argvOf } = await stocked();
  const [path, argv] = [pathOf(file), argvOf(file)];
  const examples = exampleOf(file);
  writeFileSync(join(dirname(where.home), 'roster.csv'), 'Name,Exam\nAna,2027-01-15\n');
  mkdirSync(dirname(path), { recursive: true });
  const read = async (content: Uint8Array): Promise<Said> => {
    writeFileSync(path, content, { mode: 0o600 });
    // Doctor tells since when a lock is there.
    utimesSync(path, 1, 1);
    const said = soundOf(await where.run(...argv));
    if (!readFileSync(path).equals(content)) throw new Error('the file was changed');
    return said;
  };
  const wrapped = examples.map((text) => (file.wrap ?? ((bytes) => bytes))(Buffer.from(text)));
  await tryLaw(file.name, contentsOf(file, examples), 60, read, wrapped);
});
