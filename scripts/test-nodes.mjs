// Runs the tests on every Node we support, one after the other; npm brings the Nodes, nothing is installed on the system.
//
//   npm run test:nodes                                   all tests on this Node, on the others what may differ there
//   npm run test:nodes -- --others                       without this Node, which the gate has tested
//   npm run test:nodes -- --all                          all tests on each
//   npm run test:nodes -- --node 24 --node 26 tests/stores
//
// What is not an option goes to vitest. A Node that npm can't bring is left out with a word, unless it was asked for.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { isHere, nodeOf } from './other-node.mjs';

const SUPPORTED = ['20', '22', '24', '26'];

/** What stays out on the Nodes that are not at hand, and why. All of it runs on one Node in the gate. */
const once = [
  [
    'drive PostgreSQL; its driver is tested by pg-contract',
    ['stores/pg-{access,clients,commit,find,tables}', 'cli/team', 'cli/team-{backup,scenarios}', 'team-guide'],
  ],
  ['drive a browser or Java, which judge the same bytes', ['formats/html-browser', 'cli/{pages,report,written}']],
  ['drive a terminal', ['cli/guide/{screen,hazards}']],
  ['drive a tracer', ['network', 'faults/traced']],
  [
    'kill and break again and again',
    [
      ...['faults/faults', 'stores/concurrency', 'cli/roster/import-damage', 'cli/binary', 'cli/remind-delivery'],
      ...['cli/at-once', 'cli/clock', 'cli/two-versions', 'cli/gigabyte'],
    ],
  ],
  ['lay out the same text a thousand times', ['formats/naughty']],
  ['look at the sources, not at a run', ['architecture', 'third-party']],
  ['has a Node of its own inside', ['executable']],
];
const leftOut = once.flatMap(([, names]) => names.flatMap((name) => ['--exclude', `tests/${name}.test.ts`]));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string', multiple: true }, others: { type: 'boolean' }, all: { type: 'boolean' } },
});
const majors = values.node ?? SUPPORTED.filter((major) => !(values.others && isHere(major)));

const failed = [];
const missing = [];
for (const major of majors) {
  const node = nodeOf(major);
  if (!node) {
    (values.node ? failed : missing).push(major);
    continue;
  }
  console.log(`\nNode ${spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()}`);
  // What is compiled is kept for each Node apart, so the build of one serves all.
  if (!passes(node, major)) failed.push(major);
}
if (missing.length > 0) console.log(`\nnpm could not bring Node ${missing.join(', ')}: not tested there`);
if (failed.length > 0) {
  console.error(`\nNot passed on Node ${failed.join(', ')}`);
  process.exitCode = 1;
}

function passes(node, major) {
  const { ASCPI_TEST_REPORT: report, ...others } = process.env;
  const env = {
    ...others,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    ...(report ? { ASCPI_TEST_REPORT: report.replace(/\.json$/, `-node${major}.json`) } : {}),
  };
  const isWhole = values.all || isHere(major) || positionals.length > 0;
  // Nothing of these waits for another program for long, so every core can have one.
  const limited = ['--maxWorkers', '100%', ...leftOut];
  const argv = ['node_modules/vitest/vitest.mjs', 'run', ...(isWhole ? [] : limited), ...positionals];
  return spawnSync(node, argv, { env, stdio: 'inherit' }).status === 0;
}
