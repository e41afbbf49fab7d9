// Reads the fonts of the package, and the one that a person names for letters which those lack.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import type { Fonts } from '../formats/format.ts';

/** Fonts for Chinese, Japanese or Korean have up to 20 MB. */
const LIMIT_MB = 32;

/** How files of single fonts begin: TrueType, its older name, and OpenType. */
const BEGINNINGS = ['\x00\x01\x00\x00', 'true', 'OTTO'];

/** Fails with `machine` for our own fonts, with `usage` for another. */
export function readFonts(folder: string, other: string | undefined): Fonts {
  const own = { regular: shipped(join(folder, 'DejaVuSans.ttf')), bold: shipped(join(folder, 'DejaVuSans-Bold.ttf')) };
  return other === undefined ? own : { ...own, other: named(other) };
}

function shipped(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure('machine', `the program's own font ${path} can't be read`, 'Install ascpi again', error);
  }
}

function named(path: string): Uint8Array {
  const refused = (why: string, hint: string, cause?: unknown) =>
    new Failure('usage', `${quote(path)} of --font ${why}`, hint, cause);
  let bytes: Uint8Array;
  try {
    const found = statSync(path);
    if (!found.isFile()) throw refused('is not a file', 'Name a .ttf or .otf file');
    if (found.size > LIMIT_MB * 1024 * 1024) {
      throw refused(`has more than ${LIMIT_MB} MB`, 'Name a font for the letters you need');
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refused(`can't be read: ${(error as NodeJS.ErrnoException).code}`, 'Check the path', error);
  }
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  if (BEGINNINGS.includes(beginning)) return bytes;
  if (beginning === 'ttcf') throw refused('is a collection of fonts', 'Name a .ttf or .otf file with one font');
  throw refused('is not a font', 'Name a .ttf or .otf file');
}
