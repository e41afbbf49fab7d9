// Which headers of a file are to be read as which columns: from --map, and from a file of such pairs.
import { Failure, quote } from '../../domain/failure.ts';
import { columnNamed, headerKey, type ImportColumn } from '../../domain/import-columns.ts';
import { limits } from '../../domain/limits.ts';
import { closest } from '../../domain/suggest.ts';
import type { Options } from '../command.ts';
import { given, givenList } from '../commands/answers.ts';
import { readJsonFile } from '../json-file.ts';

const LIKE = 'Write it like --map "Surname Name=name"';

/** Headers as they were written, each with its column; what was typed wins over the file. Fails with `usage`. */
export function readMapping(options: Options): ReadonlyMap<string, ImportColumn> {
  const path = given(options, 'mapFile');
  const typed = givenList(options, 'map').map((text) => {
    const at = text.lastIndexOf('=');
    if (at < 1) throw new Failure('usage', `${quote(text)} maps no header to a column`, LIKE);
    return [text.slice(0, at), columnNamed(text.slice(at + 1))] as const;
  });
  const pairs = new Map(
    [...(path === undefined ? [] : pairsIn(path)), ...typed].map((pair) => [headerKey(pair[0]), pair]),
  );
  const mapping = new Map<ImportColumn, string>();
  for (const [header, column] of pairs.values()) {
    const twin = mapping.get(column);
    if (twin !== undefined) {
      throw new Failure('usage', `${quote(twin)} and ${quote(header)} are both mapped to ${column}`, 'Map one of them');
    }
    mapping.set(column, header);
  }
  return new Map(pairs.values());
}

function pairsIn(path: string): (readonly [string, ImportColumn])[] {
  const refuse = (fault: string) =>
    new Failure('usage', `the mapping file ${quote(path)} ${fault}`, 'Write it like {"Surname Name": "name"}');
  const found = readJsonFile(path, limits.mapping);
  if (found === undefined) throw refuse('is not there');
  if ('fault' in found) throw refuse(`can't be used: ${found.fault}`);
  return Object.entries(found.value).map(([header, column]: [string, unknown]) => {
    if (typeof column !== 'string') throw refuse(`maps ${quote(header)} to no column`);
    return [header, columnNamed(column)] as const;
  });
}

/** Fails with `usage` where a header that was mapped is not in the file. */
export function checkMapped(mapping: ReadonlyMap<string, ImportColumn>, headers: readonly string[]): void {
  const keys = new Set(headers.map(headerKey));
  const missing = [...mapping.keys()].find((header) => !keys.has(headerKey(header)));
  if (missing === undefined) return;
  const near = closest(missing, headers);
  throw new Failure(
    'usage',
    `the file has no header ${quote(missing)}`,
    near ? `Did you mean ${quote(near)}?` : `It has ${headers.slice(0, 30).map(quote).join(', ')}`,
  );
}
