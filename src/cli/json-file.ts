// A file of JSON that the user names: read strictly, each fault with its line.
import { resolve } from 'node:path';
import { decodeText } from '../domain/decode-text.ts';
import { Failure } from '../domain/failure.ts';
import { readStrictJson } from '../domain/strict-json.ts';
import { type Found, isObject, readBytes } from '../stores/read-json.ts';

/** Undefined where there is no file; fails with `machine`. The limit is in bytes. */
export function readJsonFile(path: string, limit: number): Found<object> | undefined {
  const found = readBytes(resolve(path), limit);
  return found === undefined || 'fault' in found ? found : objectIn(found.value);
}

function objectIn(bytes: Uint8Array): Found<object> {
  const text = textIn(bytes);
  if ('fault' in text) return text;
  if (text.value.trim() === '') return { fault: 'it is empty' };
  const json = readStrictJson(text.value);
  if ('value' in json) return isObject(json.value) ? { value: json.value } : { fault: 'it is JSON, but not an object' };
  const [first] = json.faults;
  return { fault: `its line ${first?.line} ${first?.reason}` };
}

function textIn(bytes: Uint8Array): Found<string> {
  try {
    const { text, badLines } = decodeText(bytes, undefined, 'it');
    const [line] = badLines;
    return line === undefined ? { value: text } : { fault: `its line ${line} has bytes that are no text` };
  } catch (error) {
    if (error instanceof Failure) return { fault: error.message };
    throw error;
  }
}
