// A path that holds nothing but the programs a test writes, each a line of shell that may leave word in $LOG.
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What their lines may use. */
const TOOLS = ['cp', 'sleep', 'cat'];

export function programs(lines: Readonly<Record<string, string>>): {
  readonly env: Record<string, string>;
  readonly folder: string;
  readonly log: () => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const tool of TOOLS) symlinkSync(join('/bin', tool), join(folder, tool));
  for (const [name, line] of Object.entries(lines)) {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${line}\n`);
    chmodSync(path, 0o755);
  }
  const log = join(folder, 'log.txt');
  return { folder, env: { PATH: folder, LOG: log }, log: () => readFileSync(log, 'utf8') };
}
