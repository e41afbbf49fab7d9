// A reader that stops reading (`| head`) is no failure; a full disk behind stdout is one.

export function quietWhenClosed(process: NodeJS.Process): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    process.stderr.write(`ascpi: the answer could not be written to stdout: ${error.code ?? error.message}.\n`);
  });
  process.stderr.on('error', () => {
    // Nobody listens to the talk; the answer on stdout is what counts.
  });
}
