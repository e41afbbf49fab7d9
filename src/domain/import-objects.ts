// A list of objects that is imported: the same as a table, its keys in place of headers.
import { columnOf, type ImportColumn, type Mapping } from './import-columns.ts';
import { faultAt, faultOfLine, type ImportFault, type Place } from './import-fault.ts';
import type { Entries, Entry } from './import-table.ts';

/** `lineOf` knows the line of `3` and of `3/name`. */
export function entriesOfObjects(
  values: readonly unknown[],
  mapping: Mapping,
  lineOf: (path: string) => number,
): Entries {
  const faults: ImportFault[] = [];
  const headers = new Set<string>();
  const unknown = new Set<string>();
  const entries = values.flatMap((value, index): Entry[] => {
    const line = lineOf(String(index));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(faultOfLine(line, 'is not an object with columns as keys, like {"name": "Maria Santos"}'));
      return [];
    }
    const given = new Map<ImportColumn, Place>();
    const bad = new Set<ImportColumn>();
    const extra: Place[] = [];
    for (const [key, held] of Object.entries(value)) {
      headers.add(key);
      const text = textOf(held);
      const reason = typeof held === 'number' ? INEXACT : 'is neither text nor a number nor null';
      const place = { line: lineOf(`${index}/${key}`), column: key, letter: null, text: text ?? JSON.stringify(held) };
      const column = columnOf(key, mapping);
      if (text === undefined) {
        faults.push(faultAt(place, reason));
        if (column) {
          given.set(column, place);
          bad.add(column);
        }
      } else if (column && given.has(column))
        faults.push(faultAt(place, `is the column ${column}, which is there already`));
      else if (text.trim() === '') continue;
      else if (column) given.set(column, place);
      else {
        unknown.add(key);
        extra.push(place);
      }
    }
    return [{ line, given, bad, extra }];
  });
  return { entries, headers: [...headers], unknown: [...unknown], faults };
}

const INEXACT = 'is a number that can only be kept as text: put it in quotation marks';

/** Larger whole numbers are rounded before anybody sees them. */
const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** Tags may be a list. */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return isExact(value) ? String(value) : undefined;
  const isWords = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isWords ? value.join(';') : undefined;
}
