// Reads the fonts of the package, and the one that a person names for letters which those lack.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import { limits } from '../domain/limits.ts';
import type { Fonts } from '../formats/format.ts';
import { readBytes } from '../stores/read-json.ts';

/** How files of single fonts begin: TrueType, its older name, and OpenType. */
const BEGINNINGS = ['\x00\x01\x00\x00', 'true', 'OTTO'];

/** Fails with `machine` for our own fonts, and mostly with `usage` for another. */
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
  const refused = (why: string, hint: string) => new Failure('usage', `${quote(path)} of --font ${why}`, hint);
  if (path === '' || path.includes('\0')) throw refused('is not the name of a file', 'Name a .ttf or .otf file');
  const found = readBytes(resolve(path), limits.font) ?? { fault: 'it is not there' };
  if ('fault' in found)
    throw refused(`can't be read: ${found.fault}`, 'Name a .ttf or .otf file for the letters you need');
  const bytes = found.value;
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  if (BEGINNINGS.includes(beginning)) return bytes;
  if (beginning === 'ttcf') throw refused('is a collection of fonts', 'Name a .ttf or .otf file with one font');
  throw refused('is not a font', 'Name a .ttf or .otf file');
}
