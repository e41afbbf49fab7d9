// What an import tells beside its answer: how the file was read, and which of its columns were left out.
import { quote } from '../../domain/failure.ts';
import type { Options } from '../command.ts';
import type { Plan } from './import-rows.ts';
import { calledIn, type Source } from './import-source.ts';

const MARKS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

export function noticesOf({ delimiter, proved, unknown }: Plan, source: Source, options: Options): string[] {
  const { name, encoding } = source;
  const marks = delimiter && (MARKS[delimiter] ?? quote(delimiter));
  const read = marks ? [`Read ${calledIn(name)} as ${encoding} with ${marks} between cells.`] : [];
  const forms = [...proved].map(
    ([column, form]) => `The days of ${column} are read as ${form}, because all of them can be read in no other way.`,
  );
  return [...read, ...forms, ...unknownNotice(unknown, options['keepUnknown'] === true)];
}

function unknownNotice(unknown: readonly string[], isKept: boolean): string[] {
  if (unknown.length === 0) return [];
  const named = unknown.map(quote).join(', ');
  return isKept
    ? [`Kept as notes: ${named}.`]
    : [`Left out, because no column has this name: ${named}. Keep them as notes with --keep-unknown, or use --map.`];
}
