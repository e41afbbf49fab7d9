// Any rows one after the other: each is refused and changes nothing, or is taken and is then known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../../src/domain/civil-date.ts';
import { contentsOf } from '../../stores/temp-folder.ts';
import { terminal } from '../terminal.ts';
import { type Cells, fileOf, type Imported } from './roster-file.ts';

const days = fc.integer({ min: 0, max: 25 }).map((count) => addDays('2026-01-15' as CivilDate, count * 15));
const cell = (values: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: values });
const row: fc.Arbitrary<Cells> = fc.record({
  name: fc.constantFrom('', 'Maria', 'María'),
  credential: cell(fc.constantFrom('MLS', 'MLS(AMT)')),
  tags: cell(fc.constantFrom('a', 'a b', 'b;a')),
  application: cell(days),
  admission: cell(days),
  window_end: cell(days),
  exam: cell(days),
  result: cell(fc.constantFrom('pass', 'fail')),
  scores: cell(days),
  score: cell(fc.constantFrom('300', '500')),
  certificate: cell(days),
  expires: cell(fc.constant('2029-01-31')),
  notes: cell(fc.constantFrom('one', 'one\n---\ntwo')),
});

test('what was taken is the same when it comes again', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 5 }), fc.boolean(), async (rows, force) => {
      let { home } = terminal({ input: fileOf({ id: 'x', name: 'Maria' }) });
      await terminal({ home, input: fileOf({ id: 'x', name: 'Maria' }) }).run('candidates', 'import', '-');
      for (const cells of rows) {
        const where = terminal({ home, input: fileOf({ id: 'x', ...cells }) });
        home = where.home;
        const before = contentsOf(home);
        const argv = ['candidates', 'import', '-', '--json', ...(force ? ['--force'] : [])];
        const said = await where.run(...argv);
        expect([0, 2], said.err).toContain(said.code);
        if (said.code === 2) {
          expect(contentsOf(home)).toEqual(before);
          continue;
        }
        taken += 1;
        expect((JSON.parse((await where.run(...argv)).out) as Imported).same).toBe(1);
      }
    }),
    { numRuns: 60 },
  );
  // Otherwise next to nothing was tried. About 50 are taken; chance takes some.
  expect(taken).toBeGreaterThan(15);
});
