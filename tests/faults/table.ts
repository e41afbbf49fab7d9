// What the fault loops tried, as tables: command × call and call × error for people, all of it as CSV.
import { errors } from './fault.ts';
import type { Count, Tally } from './loop.ts';

interface Row extends Count {
  readonly command: string;
  readonly state: string;
  readonly call: string;
  readonly error: string;
}

const rowsOf = (tallies: readonly Tally[]): Row[] =>
  tallies.flatMap(({ command, state, error, counts }) =>
    Object.entries(counts).map(([call, count]) => ({
      command,
      state,
      error,
      call: call.replace('Sync', ''),
      ...count,
    })),
  );

const sum = (rows: readonly Row[], of: keyof Count): number => rows.reduce((total, row) => total + row[of], 0);
const unique = (values: readonly string[]): string[] => [...new Set(values)];

export const pointsOf = (tallies: readonly Tally[]): number => sum(rowsOf(tallies), 'points');

/** Every number that was counted: command × store × call × error. */
export const asCsv = (tallies: readonly Tally[]): string =>
  [
    'command,store,call,error,points,lost',
    ...rowsOf(tallies).map(({ command, state, call, error, points, lost }) =>
      [JSON.stringify(command), state, call, error, points, lost].join(','),
    ),
    '',
  ].join('\n');

const cells = (values: readonly (string | number)[]): string => `| ${values.join(' | ')} |`;

/** Points by two of the four, with what was lost in each row and in all. */
function table(
  rows: readonly Row[],
  heads: readonly string[],
  name: (row: Row) => string[],
  column: (row: Row) => string,
  columns: readonly string[],
): string[] {
  const line = (label: readonly string[], some: readonly Row[]) =>
    cells([
      ...label,
      ...columns.map(
        (each) =>
          sum(
            some.filter((row) => column(row) === each),
            'points',
          ) || '',
      ),
      sum(some, 'points'),
      sum(some, 'lost'),
    ]);
  const labels = unique(rows.map((row) => JSON.stringify(name(row)))).map((each) => JSON.parse(each) as string[]);
  return [
    cells([...heads, ...columns, 'points', 'lost']),
    cells([...heads.map(() => '---'), ...columns.map(() => '--:'), '--:', '--:']),
    ...labels.map((label) =>
      line(
        label,
        rows.filter((row) => JSON.stringify(name(row)) === JSON.stringify(label)),
      ),
    ),
    line(['all', ...heads.slice(1).map(() => '')], rows),
  ];
}

export function asMarkdown(tallies: readonly Tally[]): string {
  const rows = rowsOf(tallies);
  const calls = unique(rows.map(({ call }) => call)).sort();
  return [
    ...table(
      rows,
      ['call'],
      ({ call }) => [call],
      ({ error }) => error,
      errors,
    ),
    '',
    ...table(
      rows,
      ['command', 'store'],
      ({ command, state }) => [`\`${command}\``, state],
      ({ call }) => call,
      calls,
    ),
    '',
  ].join('\n');
}
