// Builds the program with Node inside as one file for this system, with the licences of all that is in it beside it.
//
//   npm run build && npm run executable               executable/ascpi
//   npm run executable -- --out /tmp/somewhere
//
// Node can do this by itself since 25.5; npm brings one that can where the one at hand is older.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeOf } from './other-node.mjs';

const MAJOR = 26;
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'executable') } } });
const out = resolve(values.out);
const program = join(out, process.platform === 'win32' ? 'ascpi.exe' : 'ascpi');

if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
const node = nodeOf(MAJOR);
if (!node) throw new Error(`Node ${MAJOR} is needed, and npm could not bring it`);

const staging = mkdtempSync(join(tmpdir(), 'ascpi-executable-'));
try {
  const folder = join(staging, 'ascpi');
  for (const part of ['bin', 'data', 'dist', 'package.json', 'LICENSE']) {
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => path !== join(root, 'dist', 'cache'),
    });
  }
  keepCompiled(folder);
  mkdirSync(out, { recursive: true });
  rmSync(program, { force: true });
  const config = join(staging, 'sea.json');
  writeFileSync(config, JSON.stringify(configOf(folder)));
  execFileSync(node, ['--build-sea', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  // An unsigned program is killed there.
  if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', program]);
  writeFileSync(join(out, 'LICENCES.txt'), licences());
} finally {
  rmSync(staging, { recursive: true, force: true });
}
console.log(`${program}: ${(statSync(program).size / 1e6).toFixed(0)} MB`);

function configOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    main: join(import.meta.dirname, 'executable-main.cjs'),
    output: program,
    executable: node,
    disableExperimentalSEAWarning: true,
    // Options for Node in the environment are meant for other programs.
    execArgvExtension: 'none',
    assets: Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), path])),
  };
}

/** What the usual commands compile goes inside: see bin/ascpi.js. */
function keepCompiled(folder) {
  const env = { PATH: process.env.PATH, ASCPI_HOME: join(staging, 'home'), SystemRoot: process.env.SystemRoot };
  const usual = [
    'start --name Build',
    'done admission',
    'status',
    'status --json',
    'next',
    'plan',
    'remind --check',
    'candidates',
  ];
  for (const line of usual) {
    execFileSync(node, [join(folder, 'bin/ascpi.js'), ...line.split(' ')], { env, stdio: 'ignore' });
  }
}

function licences() {
  const ofNode = [join(dirname(node), '..', 'LICENSE'), join(dirname(node), 'LICENSE')].find(existsSync);
  if (!ofNode) throw new Error(`The licence of ${node} is not beside it`);
  const parts = [
    ['ascpi', join(root, 'LICENSE')],
    ['What it holds', join(root, 'dist/THIRD-PARTY.txt')],
    [`Node.js ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`, ofNode],
  ];
  return parts
    .map(([title, path]) => `${title}\n${'='.repeat(title.length)}\n\n${readFileSync(path, 'utf8').trim()}\n`)
    .join('\n\n');
}
