// Runs commands of a built program, given as its bundle and one JSON list of words a line of stdin, and tells how each ended.
'use strict';
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const [, , bundle, home] = process.argv;
// The shipped program is loaded by its starter, any other as it is.
const program = require(bundle);
const { main, realContext } = program.load ? program.load('ascpi.js') : program;
const root = join(__dirname, '..', '..', '..');

async function run() {
  for await (const line of createInterface({ input: process.stdin })) {
    const words = JSON.parse(line);
    const said = { out: '', err: '' };
    const sink = (stream) => ({
      write: (text) => {
        said[stream] += text;
      },
      isTTY: false,
      columns: 80,
    });
    const context = {
      ...realContext(process, root),
      env: { ASCPI_HOME: home, ASCPI_USER: 'tester', ASCPI_TODAY: '2026-12-15', CI: '1' },
      stdout: sink('out'),
      stderr: sink('err'),
    };
    process.stdout.write(`${JSON.stringify({ words, code: await main(words, context), ...said })}\n`);
  }
}

void run();
