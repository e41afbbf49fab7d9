// The worked example of data/README.md is a rule that the tool would take.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleShape } from '../../src/domain/rule.ts';
import { readShape } from '../../src/domain/shape.ts';
import { readJson } from './data-files.ts';

const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');

test('the example adds a value to the rule it names', () => {
  const block = /```json\n([\s\S]*?)```/.exec(readme)?.[1];
  const rule = readJson('rules/verification-fee.json') as object;
  const read = readShape(ruleShape, { ...rule, ...JSON.parse(`{${block}}`) });
  expect(read.ok ? read.value.values.map(({ from }) => from) : read.faults).toEqual([null, '2027-03-01']);
});
