// Templates: read strictly, filled once, and short where they have to be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FieldValues,
  fillTemplate,
  readTemplate,
  SHORT_LIMIT,
  type Template,
  templateFields,
} from '../../src/domain/reminder-template.ts';

const GOOD = 'Subject: {what}\nShort: {name}: {what} {day}\n\nDear {name},\n\n{basis}\n';

const values = (more: Partial<FieldValues> = {}): FieldValues => ({
  ...{
    name: 'Maria',
    what: 'Exam window ends',
    day: 'Sun 28 Feb 2027',
    days: '14',
    when: 'in 14 days',
    action: 'Do it.',
  },
  ...{ basis: 'Computed.', credential: 'MLS(ASCPi)', owner: 'Ana' },
  ...more,
});

function read(text: string): Template {
  const found = readTemplate('x.txt', text);
  if ('faults' in found) throw new Error(found.faults.map(({ message }) => message).join());
  return found.template;
}

const faultsOf = (text: string): string[] => {
  const found = readTemplate('x.txt', text);
  return 'faults' in found ? found.faults.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('faults, with their lines', () => {
  const cases: readonly (readonly [text: string, faults: readonly RegExp[]])[] = [
    ['', [/^1: .*"Subject: …" is missing/, /^1: .*"Short: …" is missing/, /^1: the text .* is missing/]],
    [GOOD.replace('Subject', 'Subjet'), [/^1: is neither/, /^1: .*"Subject: …" is missing/]],
    [GOOD.replace('Short: {name}', 'Subject: {name}'), [/^2: is a second Subject/, /^1: .*"Short: …" is missing/]],
    [GOOD.replace('Subject: {what}', 'Subject:  '), [/^1: Subject is empty/]],
    [GOOD.replace('Dear {name}', 'Dear {nam}'), [/^4: \{nam\} is not a field; did you mean \{name\}\?/]],
    [GOOD.replace('Dear {name}', 'Dear {zzzzzzzzz}'), [/^4: \{zzzzzzzzz\} is not a field; there is name, what/]],
    [GOOD.replace('Dear {name}', 'Dear {}'), [/^4: \{\} is not a field/]],
    [GOOD.replace('Dear {name}', 'Dear {name'), [/^4: has a single \{/]],
    [GOOD.replace('Dear {name}', 'Dear name}'), [/^4: has a single \}/]],
    [GOOD.replace('Dear {name}', 'Dear {constructor}'), [/^4: \{constructor\} is not a field/]],
    [GOOD.replace('Dear', 'De\u0007ar'), [/^4: has a control character/]],
    [GOOD.replace('{basis}', 'Bye.'), [/does not say \{basis\}/]],
    ['Subject: {what}\nShort: {name}\n', [/the text after the empty line is missing/]],
  ];
  test.each(cases)('%j', (text, faults) => {
    const found = faultsOf(text);
    expect(found).toHaveLength(faults.length);
    for (const [index, fault] of faults.entries()) expect(found[index]).toMatch(fault);
  });
});

test('remarks, a byte order mark, Windows line ends and doubled braces are taken', () => {
  const text = `\ufeff# What this is for {anything}\n${GOOD}\n{{not a field}} and {{{name}}}`.replaceAll('\n', '\r\n');
  const filled = fillTemplate(read(text), values());
  expect(filled?.text).toBe('Dear Maria,\n\nComputed.\n\n{not a field} and {Maria}\n');
});

test('what people wrote is never read as a template again', () => {
  const filled = fillTemplate(read(GOOD), values({ name: '{owner} {{x}} $& {nam}' }));
  expect(filled?.text).toContain('Dear {owner} {{x}} $& {nam},');
});

test('every field that is documented can be used, and nothing else', () => {
  const names = Object.keys(templateFields);
  const all = read(`Subject: x\nShort: x\n\n${names.map((name) => `{${name}}`).join('|')}`);
  expect(fillTemplate(all, values())?.text.trim().split('|')).toEqual(
    names.map((name) => values()[name as keyof FieldValues]),
  );
});

describe('the short form', () => {
  test('cuts the name and nothing else, and not more than it has to', () => {
    const filled = fillTemplate(read(GOOD), values({ name: 'Maria '.repeat(40).trim() }));
    expect(filled?.short.length).toBeLessThanOrEqual(SHORT_LIMIT);
    expect(filled?.short.length).toBeGreaterThan(SHORT_LIMIT - 8);
    expect(filled?.short).toMatch(/^Maria .*…: Exam window ends Sun 28 Feb 2027$/);
    expect(filled?.text).toContain('Maria '.repeat(40).trim());
  });

  test('cuts between whole characters', () => {
    const family = '👩‍👩‍👧‍👦';
    const filled = fillTemplate(read(GOOD), values({ name: family.repeat(30) }));
    const kept = filled?.short.split('…')[0] ?? '';
    expect(kept.replaceAll(family, '')).toBe('');
  });

  test('does without a name that can not be cut', () => {
    const filled = fillTemplate(read(GOOD), values({ name: `Z${'\u0335'.repeat(190)}` }));
    expect(filled?.short).toBe('…: Exam window ends Sun 28 Feb 2027');
  });

  test('is not made where the rest alone is too long', () => {
    expect(fillTemplate(read(GOOD.replace('{day}', 'x'.repeat(170))), values())).toBeUndefined();
    expect(fillTemplate(read(GOOD), values({ what: 'x'.repeat(170) }))).toBeUndefined();
  });

  test('of any name has at most 160 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200, minLength: 1 }), (name) => {
        const filled = fillTemplate(read(GOOD), values({ name }));
        expect(filled?.short.length).toBeLessThanOrEqual(SHORT_LIMIT);
        expect(filled?.short.isWellFormed()).toBe(true);
      }),
    );
  });
});
