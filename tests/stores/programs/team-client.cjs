// One machine of a team: runs commands of the built program one after the other, and tells what became of each.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..', '..');
const { main, realContext } = require(join(root, 'bin', 'ascpi.js')).load('ascpi.js');

const [, , name, home, address, count, stop] = process.argv;
const JOURNEYS = 6;

/** Each adds one fact, or none where it fails. */
const writing = [
  (at) => ['check', 'one-account', '-c', `shared-${at % JOURNEYS}`],
  (at) => ['done', 'eligibility', '--route', '1', '-c', `shared-${at % JOURNEYS}`],
  (at) => ['undo', '-c', `shared-${(at * 5) % JOURNEYS}`],
  (at) => ['redo', '-c', `shared-${(at * 5) % JOURNEYS}`],
];
const beginning = (at) => ['start', '--name', `New ${name} ${at}`, '--credential', 'MLS', '--id', `${name}-${at}`];
const reading = [
  (at) => ['status', '-c', `shared-${at % JOURNEYS}`],
  () => ['candidates', '--search', name],
  () => ['candidates', '--due', '30d', '--json'],
  (at) => ['history', '-c', `shared-${at % JOURNEYS}`],
];

async function run() {
  const outcome = { facts: 0, begun: 0, read: 0, unknown: 0, codes: {}, said: {} };
  for (let at = 0; at < Number(count) && !(stop && existsSync(stop)); at += 1) {
    const kind = at % 10 === 9 ? 'begun' : at % 3 === 2 ? 'read' : 'facts';
    const words = kind === 'begun' ? beginning(at) : kind === 'read' ? reading[at % 4](at) : writing[at % 4](at);
    let err = '';
    const context = {
      ...realContext(process, root),
      env: { ASCPI_HOME: home, ASCPI_STORE: address, ASCPI_USER: name, CI: '1' },
      stdout: { write: () => {}, isTTY: false, columns: 80 },
      stderr: {
        write: (text) => {
          err += text;
        },
        isTTY: false,
        columns: 80,
      },
    };
    const code = await main(words, context);
    outcome.codes[code] = (outcome.codes[code] ?? 0) + 1;
    if (code === 0) outcome[kind] += 1;
    else {
      const line = err.replace(/[0-9a-f]{12,}/g, '…').split('. ')[0];
      outcome.said[line] = (outcome.said[line] ?? 0) + 1;
      if (err.includes('is not known')) outcome.unknown += 1;
      if (code === 1) await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  process.stdout.write(`${JSON.stringify({ answer: outcome })}\n`);
}

void run();
