// Command lines of words that were thrown together: each is answered or refused with one line, and nothing is sent or written outside.
import fc from 'fast-check';
import { test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { bookedJourney, terminal } from '../cli/terminal.ts';
import { anyText } from './inputs.ts';
import { PATIENCE_MS, soundOf, tryLaw } from './law.ts';

/** They write files, print, open programs, or send: what they are given is fuzzed elsewhere. */
const outward = /^-o|^--(output|open|send|folder|store|to|from|write|print)\b/;

const values = [
  '2027-01-15',
  '2026-12-20',
  'maria-santos',
  'pass',
  'PH',
  '14d',
  '90d',
  'exam-window',
  'MLS',
  '30,7',
  'admission',
  'x=y',
  '-',
  '',
  '1',
  'EB-3',
  '2019-03',
  'C',
  'json',
  'text',
  'html',
];
const names = commands.filter(({ name }) => name !== 'home').map(({ name }) => name.split(' '));
const options = commands
  .flatMap((command) => [...(command.options ?? []), ...(command.writes ? [{ flags: '--force' }] : [])])
  .flatMap(({ flags }) => flags.match(/--?[a-z][a-z-]*/g) ?? [])
  .concat(['--json', '--format', '-c', '--today', '--dry-run', '-y', '-q', '--accessible', '--all', '--redact'])
  .filter((flag) => !outward.test(flag));

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 5, arbitrary: fc.constantFrom(...new Set(options)) },
  { weight: 2, arbitrary: anyText(values).filter((text) => !outward.test(text)) },
);
const line = fc
  .tuple(fc.constantFrom(...names), fc.array(word, { maxLength: 6 }))
  .map(([name, more]) => [...name, ...more]);

test('command lines', { timeout: PATIENCE_MS }, async () => {
  const where = terminal();
  await bookedJourney(where);
  await tryLaw('command lines', line, 300, async (argv) => {
    // A dry run where there is one, so that the next line finds what this one found.
    const isPossible = commands.some(
      ({ name, writes }) => writes && name === argv.slice(0, name.split(' ').length).join(' '),
    );
    const said = soundOf(await where.run(...argv, ...(isPossible && !argv.includes('--dry-run') ? ['--dry-run'] : [])));
    return said.code;
  });
});
