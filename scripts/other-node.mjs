// Another Node than the one at hand: npm brings it as a package without install scripts, nothing is installed on the system.
import { spawnSync } from 'node:child_process';

const LIMIT_MS = 10 * 60_000;
const SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'win' };

export const isHere = (major) => process.versions.node.startsWith(`${major}.`);

/** The path of its program, or undefined where npm can't bring it. The one that runs this is taken where it is of that version. */
export function nodeOf(major) {
  if (isHere(major)) return process.execPath;
  const system = SYSTEMS[process.platform];
  if (!system) throw new Error(`npm has no Node for ${process.platform}`);
  const wanted = `node-${system}-${process.arch}@${major}`;
  const { stdout, status } = spawnSync('npx', ['-y', '-p', wanted, 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    timeout: LIMIT_MS,
  });
  return status === 0 ? stdout.trim() : undefined;
}
