// The shipped texts of messages: read without a fault, short enough, in plain English, and true to the independence of the tool.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { dateDefinitions, dateIds } from '../../src/domain/dates.ts';
import { fillTemplate, readTemplate, SHORT_LIMIT, type Template } from '../../src/domain/reminder-template.ts';
import type { TimelineDate } from '../../src/domain/timeline.ts';
import { fieldsOf } from '../../src/views/reminder-fields.ts';

const FOLDER = join(import.meta.dirname, '../../data/templates');
const names = readdirSync(FOLDER);
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

function read(name: string): Template {
  const found = readTemplate(name, textOf(name));
  if ('faults' in found) throw new Error(found.faults.map(({ line, message }) => `${line}: ${message}`).join());
  return found.template;
}

const kinds = ['deadline', 'estimate', 'advice', 'opening', 'event'];
const lateOnes = ['deadline-after', 'estimate-after'];

test('there is one for each kind, and for what may be missed or late', () => {
  expect(names.sort()).toEqual([...kinds, ...lateOnes].map((name) => `${name}.txt`).sort());
});

/** A computed day in the month with the longest name, so that nothing is longer in earnest. */
const sourceOf = (id: string): TimelineDate => {
  const { title, kind, phrase } = dateDefinitions.find((each) => each.id === id) ?? {
    title: id,
    kind: 'deadline',
    phrase: '',
  };
  const date = '2027-09-29' as CivilDate;
  const computed = { basis: 'rule', provisional: true, rule: 'x', source: 'x', chain: [] } as const;
  return { id, title, kind, phrase, date, ...computed, daysLeft: 0, state: 'ahead', attempt: 1 };
};

const said = dateIds.flatMap((id) =>
  ['MLS(ASCPi)', 'MLS(AMT)'].flatMap((credential) =>
    (['2027-07-01', '2027-09-29', '2027-12-28'] as CivilDate[]).map((today) => ({ id, credential, today })),
  ),
);

test.each(said)(
  '$id of $credential on $today: whole sentences, and short with a long name',
  ({ id, credential, today }) => {
    const source = sourceOf(id);
    const isAfter = today > '2027-09-29' && (source.kind === 'deadline' || source.kind === 'estimate');
    const name = 'Maria Clara Concepcion Santos y Delos Reyes';
    const values = fieldsOf(source, { name, credential }, today, 'Ana Cruz');
    const filled = fillTemplate(read(`${source.kind}${isAfter ? '-after' : ''}.txt`), values);
    expect(filled?.short.length).toBeLessThanOrEqual(SHORT_LIMIT);
    expect(filled?.short).toContain(name);
    expect(filled?.short).toContain('(computed)');
    expect(filled?.subject.length).toBeLessThanOrEqual(100);
    expect(filled?.text).toMatch(/If your own notice or account shows another day, that one counts\./);
    expect(filled?.text).toMatch(/independent tool\. No certification board made it/);
    expect(filled?.text).not.toMatch(/[{}!]| {3}|\n\n\n/);
    for (const sentence of (filled?.text ?? '').split(/(?<=[.?])\s+|\n\n/)) {
      expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
    }
  },
);
