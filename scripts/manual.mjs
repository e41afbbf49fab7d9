// Writes docs/cli.md and man/ascpi.1 from what the built program says of itself: `ascpi help manual`.
//
//   npm run build && npm run manual
//   npm run manual -- --check     writes nothing; exits 1 where a file is out of date
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const isCheck = process.argv.includes('--check');

function help(...format) {
  const argv = [join(root, 'bin/ascpi.js'), 'help', 'manual', ...format];
  const env = { PATH: process.env.PATH, ASCPI_HOME: join(root, 'nowhere'), ASCPI_TODAY: '2026-01-01', LANG: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

/** A manual page in the macros of man(7). */
function page({ program, commands, topics }) {
  return [
    '.\\" Made from the commands themselves by npm run manual.',
    `.TH ASCPI 1 "" "ascpi ${version}" "User Commands"`,
    '.SH NAME',
    'ascpi \\- where you are on the way to ASCPi certification, and what is next, by when, and why',
    '.SH SYNOPSIS',
    '.B ascpi',
    '[\\fIcommand\\fR] [\\fIoptions\\fR]',
    ...section('EXAMPLES', program.examples.flatMap(example)),
    ...section('COMMANDS', commands.flatMap(command)),
    ...section('OPTIONS OF EVERY COMMAND', program.globalOptions.flatMap(row)),
    ...topics.flatMap(({ name, summary, body }) =>
      section(name.toUpperCase(), [
        text(`${capital(summary)}.`),
        ...body.flatMap((each) => (Array.isArray(each) ? row(each) : ['.PP', text(each)])),
      ]),
    ),
    '',
  ].join('\n');
}

const section = (title, lines) => (lines.length === 0 ? [] : [`.SH "${text(title)}"`, ...lines]);

function command({ usage, description, args, options, examples, json }) {
  return [
    `.SS "${text(usage)}"`,
    text(capital(description)),
    ...args.flatMap(row),
    ...options.flatMap(row),
    ...examples.flatMap(example),
    ...(json ? ['.PP', `JSON: ${text(json)}`] : []),
  ];
}

const row = ([name, meaning]) => ['.TP', `.B ${text(name)}`, text(meaning)];
const example = (line) => ['.PP', '.EX', text(line), '.EE'];
const capital = (sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** Nothing of it is taken for a macro or an escape. */
function text(plain) {
  const escaped = plain
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}

const NOTE = '<!-- Made from the commands themselves by `npm run manual`. -->';
const files = {
  'docs/cli.md': `${NOTE}\n\n${help('--format', 'markdown')}`,
  'man/ascpi.1': page(JSON.parse(help('--json'))),
};

for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  if (readOr(path, '') === text) continue;
  if (isCheck) {
    console.error(`${name} is out of date: npm run build && npm run manual`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`Written: ${name}`);
  }
}
