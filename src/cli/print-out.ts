// Sends a PDF to the default printer, by way of a file for its owner alone that is removed afterwards.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { PaperSize } from '../formats/format.ts';
import type { Context } from './context.ts';
import { runProgram } from './programs.ts';

interface Printing {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const byCups = (path: string, paper: PaperSize): Printing => ({
  program: 'lp',
  args: ['-t', 'ascpi', '-o', `media=${paper === 'a4' ? 'A4' : 'Letter'}`, '--', path],
});

/** The path goes by the environment, where PowerShell does not read it as code. */
const byShellVerb = (path: string): Printing => ({
  program: 'powershell',
  args: ['-NoProfile', '-NonInteractive', '-Command', 'Start-Process -FilePath $env:ASCPI_PRINT -Verb Print -Wait'],
  env: { ASCPI_PRINT: path },
});

const ELSEWHERE = 'Write a file and print it elsewhere: ascpi checklist -o checklist.pdf';

/** Fails with `machine` where there is no printer, or it refuses. */
export async function printOut(bytes: Uint8Array, paper: PaperSize, context: Context): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-print-'));
  try {
    const path = join(folder, 'ascpi.pdf');
    writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
    const { program, args, env } = context.platform === 'win32' ? byShellVerb(path) : byCups(path, paper);
    const ended = await runProgram(program, args, { env: { ...context.env, ...env } });
    if (ended === 'absent') throw new Failure('machine', `nothing was printed: there is no ${program} here`, ELSEWHERE);
    if (ended.code === 0) return;
    const [complaint = ''] = ended.complaint.trim().split('\n');
    const why = complaint === '' ? `${program} failed (exit ${ended.code})` : complaint.replace(/\.$/, '');
    throw new Failure('machine', `nothing was printed: ${why}`, ELSEWHERE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
