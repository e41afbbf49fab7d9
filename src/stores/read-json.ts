// Reads a JSON file that holds one object, or may be missing, damaged, huge, or not a file at all.
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
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

/** Undefined where there is no file; fails with `machine`. The limit is in bytes. */
export function readBytes(path: string, limit: number): Found<Buffer> | undefined {
  try {
    const stats = statSync(path);
    // Asked before it is opened: a pipe would keep us waiting for ever.
    if (!stats.isFile()) return { fault: stats.isDirectory() ? 'it is a folder' : 'it is not a file' };
    if (stats.size > limit) return { fault: `it is larger than ${limit / 2 ** 20} MB` };
    return { value: readFileSync(path) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw ioFailure('read', path, error);
  }
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
