// Runs all tests on every Node we support, one after the other; npm brings the Nodes, nothing is installed on the system.
//
//   npm run test:nodes
//   npm run test:nodes -- --node 24 --node 26 tests/stores
//
// What is not an option goes to vitest.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string', multiple: true, default: ['20', '22', '24', '26'] } },
});
const system = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform];
if (!system) throw new Error(`npm has no Node for ${process.platform}`);

const failed = [];
for (const major of values.node) {
  const node = nodeOf(major);
  console.log(`\nNode ${node ? version(node) : major}`);
  // What is compiled is kept for each Node apart, so the build of one serves all.
  if (!node || !passes(node)) failed.push(major);
}
if (failed.length > 0) {
  console.error(`\nNot passed on Node ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** The path of its program. The one that runs this is taken where it is of that version. */
function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const wanted = `node-${system}-${process.arch}@${major}`;
  const { stdout, status } = spawnSync('npx', ['-y', '-p', wanted, 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout.trim() : undefined;
}

function version(node) {
  return spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
}

function passes(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const argv = ['node_modules/vitest/vitest.mjs', 'run', ...positionals];
  return spawnSync(node, argv, { env, stdio: 'inherit' }).status === 0;
}
