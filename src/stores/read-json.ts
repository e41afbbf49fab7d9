// Reads a JSON file that holds one object, or may be missing, damaged, huge, or not a file at all.
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { sizeText } from '../domain/limits.ts';
import { isSealed, unsealed } from './checksum.ts';
import { codeOf, ioFailure } from './io-failure.ts';

/** What a file holds, or why it holds nothing that can be used: `it is empty`. */
export type Found<T> = { readonly value: T /** as ascpi wrote it, to the byte */; readonly whole?: true } | Fault;

export interface Fault {
  readonly fault: string;
  /** nothing is wrong with the file: a newer version of this program wrote it */
  readonly newer?: true;
  /** the checksum does not fit */
  readonly unfit?: true;
}

/** Undefined where there is no file; fails with `machine`. The limit is in bytes. */
export function readJson(path: string, limit: number): Found<object> | undefined {
  const bytes = readBytes(path, limit);
  if (bytes === undefined || 'fault' in bytes) return bytes;
  const text = bytes.value.toString('utf8');
  if (text === '') return { fault: 'it is empty' };
  if (/^\0+$/.test(text)) return { fault: 'it holds nothing but NUL bytes, as after a power cut' };
  if (text.startsWith('\ufeff')) return { fault: 'it begins with a byte order mark, which an editor put there' };
  if (!isUtf8(bytes.value)) return { fault: 'it is not UTF-8 text' };
  const whole = unsealed(bytes.value);
  if (whole === undefined) {
    return { fault: 'its checksum does not fit, so a part of it was changed, and not by ascpi', unfit: true };
  }
  try {
    const value: unknown = JSON.parse(whole);
    // Said here because the shapes let a list pass for an object with numbered keys.
    if (isObject(value)) return isSealed(bytes.value) ? { value, whole: true } : { value };
    return { fault: 'it is JSON, but not an object' };
  } catch {
    // The words of the parser differ between versions and repeat what the file says.
    return { fault: 'it is cut short or is not JSON' };
  }
}

/** Undefined where there is no file; fails with `machine`. The limit is in bytes. `pipe`: what a program hands over is read too. */
export function readBytes(path: string, limit: number, pipe = false): Found<Buffer> | undefined {
  if (path.includes('\0')) return undefined;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { fault: 'it is a folder' };
    // Asked before it is opened: a pipe would keep us waiting for ever.
    if (!stats.isFile() && !pipe) return { fault: 'it is not a file' };
    const bytes = stats.size > limit ? undefined : stats.isFile() ? readFileSync(path) : readFlow(path, limit);
    return bytes ? { value: bytes } : { fault: `it is larger than ${sizeText(limit)}` };
  } catch (error) {
    // No file can have a name that is too long, nor one with NUL in it.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENAMETOOLONG') return undefined;
    throw ioFailure('read', path, error);
  }
}

/** All that comes out of a pipe or a device, which has no size; undefined where it does not end within the limit. */
function readFlow(path: string, limit: number): Buffer | undefined {
  const source = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let length = 0; length <= limit; ) {
      const chunk = Buffer.alloc(64 * 1024);
      const count = readSync(source, chunk);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return undefined;
  } finally {
    closeSync(source);
  }
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
