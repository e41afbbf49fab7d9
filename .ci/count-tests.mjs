// Says how the tests went, from vitest's JSON reports and the exit code of the whole gate: never "0 failed" where something failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', gateCode = '1'] = process.argv.slice(2);

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const isBroken = ({ status, assertionResults }) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
const runs = reports().map(({ name, report }) => {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = report;
  const failed = numFailedTests + testResults.filter(isBroken).length;
  return { name, passed: numPassedTests, failed, skipped: numPendingTests };
});

const passed = sum(runs.map((run) => run.passed));
const found = sum(runs.map((run) => run.failed));
const gateFailed = gateCode !== '0' || passed === 0;
const failed = found === 0 && gateFailed ? 1 : found;

if (runs.length > 1)
  for (const run of runs)
    console.log(`${run.name}: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped`);
if (gateCode !== '0' && found === 0) console.log(`The gate failed outside the tests (exit code ${gateCode}).`);
const skipped = sum(runs.map((run) => run.skipped));
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** None where the gate ended before the tests; one that was cut short says nothing. */
function reports() {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return names.flatMap((name) => {
    try {
      return [{ name: name.slice(0, -'.json'.length), report: JSON.parse(readFileSync(join(folder, name), 'utf8')) }];
    } catch {
      return [];
    }
  });
}
