// Says how the tests went, from vitest's JSON report and the exit code of the whole gate: never "0 failed" where something failed.
import { readFileSync } from 'node:fs';

const [reportPath = '', gateCode = '1'] = process.argv.slice(2);

const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = readReport();
const isBroken = ({ status, assertionResults }) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
const found = numFailedTests + testResults.filter(isBroken).length;
const gateFailed = gateCode !== '0' || numPassedTests === 0;
const failed = found === 0 && gateFailed ? 1 : found;

if (gateCode !== '0' && found === 0) console.log(`The gate failed outside the tests (exit code ${gateCode}).`);
if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Empty where the gate ended before the tests. */
function readReport() {
  try {
    return JSON.parse(readFileSync(reportPath, 'utf8'));
  } catch {
    return {};
  }
}
