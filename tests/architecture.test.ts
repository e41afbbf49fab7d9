// The floor plan: who may import whom, where effects enter, how files are named. If it is broken, this says where.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** Each room with the rooms it may import, and whether it may use Node's own modules. */
const rooms: Readonly<Record<string, { readonly mayImport: readonly string[]; readonly node: boolean }>> = {
  domain: { mayImport: ['domain'], node: false },
  views: { mayImport: ['domain', 'views'], node: false },
  formats: { mayImport: ['domain', 'views', 'formats'], node: false },
  stores: { mayImport: ['domain', 'stores'], node: true },
  cli: { mayImport: ['domain', 'views', 'formats', 'stores', 'cli'], node: true },
  'entry.ts': { mayImport: ['cli'], node: false },
  'quick.ts': { mayImport: ['cli'], node: false },
};

/** Each package with the files or rooms that may import it; `one of` a room is one file, whichever. */
const packages: Readonly<Record<string, readonly string[] | { readonly oneOf: string }>> = {
  valibot: ['domain/', 'stores/', 'cli/'],
  'date-fns': ['domain/civil-date.ts'],
  '@date-fns/utc': ['domain/civil-date.ts'],
  'fastest-levenshtein': ['domain/suggest.ts'],
  chalk: { oneOf: 'formats/' },
  'string-width': { oneOf: 'formats/' },
  pdfkit: { oneOf: 'formats/' },
  'd3-scale': { oneOf: 'formats/' },
  'csv-stringify': { oneOf: 'formats/' },
  'ical-generator': { oneOf: 'formats/' },
  conf: { oneOf: 'stores/' },
  pg: { oneOf: 'stores/' },
  commander: { oneOf: 'cli/' },
  '@inquirer': { oneOf: 'cli/' },
  nodemailer: { oneOf: 'cli/' },
  parse5: { oneOf: 'cli/' },
  'csv-parse': { oneOf: 'cli/' },
};

/** Where a calendar day becomes a Date, and where the clock of the machine is read. */
const mayUseDate = ['cli/bare-context.ts', 'cli/real-context.ts', 'domain/civil-date.ts'];

/** Where the process is asked or told something, and why. */
const mayUseProcess = [
  'cli/bare-context.ts', // the environment of a real run
  'cli/real-context.ts', // the rest of it
  'stores/io-failure.ts', // whose files these are
  'stores/lock-holder.ts', // who holds a lock, and whether it lives
  'stores/modes.ts', // Windows has no file modes
  'stores/temp-name.ts', // names that no other process takes
];

/** Who reads a file without a limit, and why its size is known. All others read by `readBytes` of stores/read-json.ts. */
const mayReadWhole = [
  'cli/commands/demo.ts', // a file of data/
  'cli/data-files.ts', // the same
  'cli/fonts.ts', // a font of the program
  'cli/quick/compiled-rules.ts', // a file of data/
  'cli/real-context.ts', // package.json of the program
  'cli/roster/profile.ts', // a file of data/
  'stores/forget-candidate.ts', // settings, read with their limit before
  'stores/lock-holder.ts', // what the system says of a process
  'stores/placing.ts', // where no link can be made of what is there
  'stores/read-json.ts', // measures it first
  'stores/verified-write.ts', // what was written a moment ago
  'stores/write-settings.ts', // settings, read with their limit before
];

/** Pure rooms: the same input gives the same answer. */
const pure = ['domain', 'views', 'formats'];
const effects = [
  'console',
  'performance',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'require',
];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** All nodes of the syntax tree, outermost first. */
function nodesOf(path: string, text: string): Node[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`src/${path} can't be parsed: ${errors[0]?.message}`);
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      found.push(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(program);
  return found;
}

const importing = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

/** What a file imports, types and late imports too; `?` where it is computed. */
function importsOf(path: string, text: string): string[] {
  return nodesOf(path, text)
    .filter(({ type, source }) => importing.includes(type) && isNode(source))
    .map(({ source }) => (isNode(source) && typeof source['value'] === 'string' ? source['value'] : '?'));
}

/** Names of globals that a file calls, constructs or reads a member of: `Date`, `process`, `Math.random`. */
function globalsOf(path: string, text: string): string[] {
  const nameOf = (value: unknown) => (isNode(value) && value.type === 'Identifier' ? String(value['name']) : '');
  return nodesOf(path, text).flatMap((node) => {
    if (node.type === 'MemberExpression') {
      const object = nameOf(node['object']);
      return [object, `${object}.${nameOf(node['property'])}`];
    }
    return node.type === 'NewExpression' || node.type === 'CallExpression' ? [nameOf(node['callee'])] : [];
  });
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
/** `date-fns` of `date-fns/utc`; the packages of Inquirer count as one. */
const packageOf = (name: string): string =>
  name.split('/', name.startsWith('@') && !name.startsWith('@inquirer/') ? 2 : 1).join('/');

function importFault(path: string, name: string): string | undefined {
  const room = rooms[roomOf(path)];
  if (!room) return 'is in no room of the floor plan';
  if (name.startsWith('.')) {
    const target = posix.join(posix.dirname(path), name);
    return room.mayImport.includes(roomOf(target)) ? undefined : `imports ${target}`;
  }
  if (name.startsWith('node:')) return room.node ? undefined : `imports ${name}`;
  if (builtinModules.includes(name)) return `imports ${name} without node:`;
  const homes = packages[packageOf(name)];
  if (!homes) return `imports ${name}, which no room may`;
  const allowed = 'oneOf' in homes ? [homes.oneOf] : homes;
  return allowed.some((home) => path.startsWith(home)) ? undefined : `imports ${name}`;
}

/** What breaks the floor plan in one file. */
function faultsOf(path: string, text: string): string[] {
  const globals = new Set(globalsOf(path, text));
  const faults = importsOf(path, text).map((name) => importFault(path, name));
  if (globals.has('Date') && !mayUseDate.includes(path)) faults.push('uses Date');
  if (globals.has('process') && !mayUseProcess.includes(path)) faults.push('uses process');
  if (globals.has('console')) faults.push('writes to the console');
  if (pure.includes(roomOf(path))) {
    for (const name of [...effects, 'Math.random']) if (globals.has(name)) faults.push(`uses ${name}`);
  }
  return faults.filter((fault) => fault !== undefined).map((fault) => `src/${path} ${fault}`);
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

test('there are files', () => {
  expect(files.length).toBeGreaterThan(50);
});

test.each(files)('$path keeps to the floor plan', ({ path, text }) => {
  expect(faultsOf(path, text)).toEqual([]);
});

test('no file of unknown size is read without a limit', () => {
  const readers = files.filter(({ path, text }) => globalsOf(path, text).includes('readFileSync'));
  expect(readers.map(({ path }) => path)).toEqual(mayReadWhole);
});

const single = Object.entries(packages).flatMap(([name, homes]) => ('oneOf' in homes ? [name] : []));
test.each(single)('%s is imported in one file alone', (name) => {
  const users = files.filter(({ path, text }) => importsOf(path, text).map(packageOf).includes(name));
  expect(users.map(({ path }) => path).slice(1)).toEqual([]);
});

test('every exception is still needed', () => {
  const unused = (name: string, exceptions: readonly string[]) =>
    exceptions.filter((each) => !files.some(({ path, text }) => path === each && globalsOf(path, text).includes(name)));
  expect(unused('Date', mayUseDate)).toEqual([]);
  expect(unused('process', mayUseProcess)).toEqual([]);
});

test.each(files)('$path says in its first line what it is for', ({ text }) => {
  expect(text).toMatch(/^\/\/ \S+ \S+ \S+/);
});

test.each(files)('$path is not too long', ({ text }) => {
  expect(linesOf(text)).toBeLessThanOrEqual(250);
});

test('half of the files have at most 60 lines', () => {
  const lengths = files.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test.each(files)('$path is named in kebab-case for what it is, not for being of use', ({ path }) => {
  const names = path.replace(/\.ts$/, '').split('/');
  for (const name of names) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(name.split('-').filter((word) => /^(utils?|helpers?|common|managers?|services?)$/.test(word))).toEqual([]);
  }
});

describe('the watchman wakes up', () => {
  const awake: readonly [path: string, text: string, fault: RegExp][] = [
    ['domain/x.ts', "import { readFileSync } from 'node:fs';", /node:fs/],
    ['domain/x.ts', "import type { View } from '../views/view.ts';", /views\/view\.ts/],
    ['domain/x.ts', "export { main } from '../cli/main.ts';", /cli\/main\.ts/],
    ['domain/x.ts', "let x: import('../stores/store.ts').Store;", /stores\/store\.ts/],
    ['domain/x.ts', "import { addDays } from 'date-fns';", /date-fns/],
    ['domain/x.ts', 'const today = new Date();', /Date/],
    ['domain/x.ts', 'const now = Date.now();', /Date/],
    ['domain/x.ts', 'const id = Math.random();', /Math\.random/],
    ['views/x.ts', "import { text } from '../formats/text.ts';", /formats\/text\.ts/],
    ['views/x.ts', "import * as v from 'valibot';", /valibot/],
    ['formats/x.ts', 'const wide = process.stdout.columns;', /process/],
    ['formats/x.ts', "import { run } from '../cli/run.ts';", /cli\/run\.ts/],
    ['stores/x.ts', "const view = await import('../views/view.ts');", /views\/view\.ts/],
    ['stores/x.ts', 'const home = process.env.HOME;', /process/],
    ['cli/x.ts', 'const chosen = await import(name);', /\?/],
    ['cli/x.ts', "import fs from 'fs';", /without node:/],
    ['cli/x.ts', "import lodash from 'lodash';", /lodash/],
    ['cli/x.ts', "import { Chalk } from 'chalk';", /chalk/],
    ['cli/x.ts', "console.log('hello');", /console/],
    ['cli/x.ts', "import tool from '../../scripts/build.mjs';", /scripts/],
    ['utils/x.ts', "import { quote } from '../domain/failure.ts';", /no room/],
  ];
  test.each(awake)('%s: %s', (path, text, fault) => {
    expect(faultsOf(path, text).join()).toMatch(fault);
  });

  const asleep: readonly [path: string, text: string][] = [
    ['domain/x.ts', "import * as v from 'valibot'; import type { Fact } from './fact.ts';"],
    ['domain/x.ts', "/* new Date() and process.env in a comment */ const said = 'Date.now() process.env';"],
    ['domain/x.ts', 'export const at = (instant: Date): number => +instant;'],
    ['views/x.ts', "import { dayDate } from '../domain/civil-date.ts'; import type { View } from './view.ts';"],
    ['stores/x.ts', "import { join } from 'node:path'; const later = await import('./settings.ts');"],
    ['cli/x.ts', "import { text } from '../formats/text.ts'; import { store } from '../stores/index.ts';"],
  ];
  test.each(asleep)('%s may: %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});
