// Reads a scenario from a file that the user names. A fault is a wrong answer, told with the name of the file.
import { Failure, quote } from '../domain/failure.ts';
import { limits } from '../domain/limits.ts';
import { addToScenario, assignmentsIn, type Scenario, scenarioFileShape } from '../domain/scenario.ts';
import { readShape } from '../domain/shape.ts';
import { readJsonFile } from './json-file.ts';

const LIKE = 'Write it like {"name": "Later", "set": ["admission=2026-12-20"], "assume": {"transcript": "6w"}}';

/** What the file says, on top of what is tried anyway. Fails with `usage`, and with `machine` where it can't be read. */
export function scenarioInFile(before: Scenario, path: string): Scenario {
  const refuse = (fault: string, hint = LIKE) =>
    new Failure('usage', `the scenario file ${quote(path)} ${fault}`, hint);
  if (path.trim() === '' || path.includes('\0')) throw refuse('has no name that can be read');
  const found = readJsonFile(path, limits.scenario);
  if (found === undefined) throw refuse('is not there', 'Name a file, or write a scenario like exam=2027-01-15');
  if ('fault' in found) throw refuse(`can't be used: ${found.fault}`);
  const known = Object.keys(scenarioFileShape.entries);
  const stray = Object.keys(found.value).find((key) => !known.includes(key));
  if (stray !== undefined) throw refuse(`has the unknown key ${quote(stray)}`, `Keys: ${known.join(', ')}`);
  const read = readShape(scenarioFileShape, found.value);
  if (!read.ok) throw refuse(`has a fault: ${quote(read.faults.join('; ').replaceAll('"', "'"))}`);
  try {
    const after = addToScenario(before, assignmentsIn(read.value));
    return { ...after, name: read.value.name ?? path };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw refuse(`has a fault: ${error.message}`, error.hint);
  }
}
