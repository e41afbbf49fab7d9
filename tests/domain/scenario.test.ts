// Scenarios: the one grammar of what is tried, from options, one text or a file.
import { expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { AS_IT_IS, addToScenario, assignmentsIn } from '../../src/domain/scenario.ts';

test('facts, lengths and a target, joined by commas', () => {
  expect(addToScenario(AS_IT_IS, ['exam=2027-01-15,result=fail', 'assume.transcript=6w,by=2027-06-01'])).toEqual({
    name: 'as it is',
    whatIf: { days: {}, exam: '2027-01-15', result: 'fail' },
    assume: { transcript: '6w' },
    target: { stage: 'certificate', day: '2027-06-01' },
    tried: ['exam=2027-01-15', 'result=fail', 'assume.transcript=6w'],
  });
});

test('what is added wins, and is told once', () => {
  const before = addToScenario(AS_IT_IS, ['exam=2027-01-15,assume.visa=52w,by=2027-06-01']);
  const after = addToScenario(before, ['exam=2027-02-10', 'assume.visa=60w', 'start-work=2029-01-01']);
  expect(after).toMatchObject({
    whatIf: { exam: '2027-02-10' },
    assume: { visa: '60w' },
    target: { stage: 'work', day: '2029-01-01' },
    tried: ['exam=2027-02-10', 'assume.visa=60w'],
  });
});

test('a file says the same in its own words', () => {
  const file = {
    name: 'Later',
    set: ['admission=2026-12-20'],
    exam: '2027-01-15',
    result: 'fail',
    assume: { transcript: '6w' },
    examBy: '2027-06-01',
  };
  expect(assignmentsIn(file)).toEqual([
    'admission=2026-12-20',
    'exam=2027-01-15',
    'result=fail',
    'assume.transcript=6w',
    'exam-by=2027-06-01',
  ]);
  expect(assignmentsIn({})).toEqual([]);
});

test.each([
  ['', /"" sets nothing/],
  ['party=2027-01-01', /"party=2027-01-01" sets nothing/],
  ['exam', /"exam" sets nothing/],
  ['exam=2027-02-30', /2027-02-30/],
  ['result=maybe', /"maybe" is not a result/],
  ['assume.transcript', /"transcript" assumes nothing/],
  ['assume.=6w', /"=6w" assumes nothing/],
  ['assume.visa=52w=60w', /"visa=52w=60w" assumes nothing/],
  ['by=', /""/],
  ['by=2027-06-01,exam-by=2027-05-01', /a plan has one target/],
  ['__proto__=2027-06-01', /sets nothing/],
  ['exam=2027-01-15,', /"" sets nothing/],
])('%j is refused', (text, message) => {
  expect(() => addToScenario(AS_IT_IS, [text])).toThrow(Failure);
  expect(() => addToScenario(AS_IT_IS, [text])).toThrow(message);
});
