// Filters: what each condition means, that they add up, and that searching forgives what keyboards lack.
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { both, type Filter, filterText, matches } from '../../src/domain/filter.ts';
import { beginJourney, type Journey, recordAll } from '../../src/domain/journey.ts';
import { idFromName } from '../../src/domain/journey-id.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { rosterRow } from '../../src/domain/roster-row.ts';
import { searchable } from '../../src/domain/text.ts';
import { shippedRulebook } from './shipped.ts';

const day = (text: string) => text as CivilDate;
const TODAY = day('2026-12-15');
const rulebook = shippedRulebook();

function person(id: string, profile: Partial<Profile>, facts: readonly object[] = []): Journey {
  let number = 0;
  const newId = () => {
    number += 1;
    return `fact-${number}`;
  };
  const recorder = { by: 'test', at: '2026-12-01T08:00:00Z', newId };
  return recordAll(beginJourney(id, { name: id, credential: 'MLS(ASCPi)', ...profile }), facts as never, recorder);
}

const roster = [
  person('new', { name: 'Nguyễn Thị Ánh', country: 'VN', owner: 'Bến', tags: ['Cebu', '2027'] }),
  person('open', { name: 'Łukasz Groß', country: 'PL', email: 'lukasz@example.org', tags: ['cebu'] }, [
    { kind: 'application', on: '2026-10-01' },
    { kind: 'admission', on: '2026-11-30' },
  ]),
  person('booked', { name: 'محمد علي', country: 'SA', owner: 'ben' }, [
    { kind: 'admission', on: '2026-11-30' },
    { kind: 'schedule', on: '2026-12-01', exam: '2026-12-20' },
  ]),
  person('lapsed', { name: "O'Neill, “Bob”", country: 'NG' }, [{ kind: 'admission', on: '2026-06-01' }]),
  person('late', { name: 'İpek Yıldız' }, [
    { kind: 'admission', on: '2026-08-01' },
    { kind: 'exam', on: '2026-09-01', result: 'pass' },
  ]),
  person('finished', { name: 'Søren Ødegård' }, [
    { kind: 'exam', on: '2025-09-01', result: 'pass' },
    { kind: 'certificate', on: '2025-11-01' },
  ]),
];

const chosen = (filter: Filter, until?: string) =>
  roster
    .filter((journey) => matches(filter, rosterRow(journey, TODAY, rulebook), journey, until ? day(until) : undefined))
    .map(({ id }) => id);

const cases: readonly (readonly [what: string, filter: Filter, until: string | undefined, ids: readonly string[]])[] = [
  ['nothing asked is everybody', {}, undefined, ['new', 'open', 'booked', 'lapsed', 'late', 'finished']],
  ['a step', { step: 'schedule' }, undefined, ['open']],
  ['all done', { step: 'all-done' }, undefined, ['finished']],
  ['due until a day, and on it', {}, '2026-12-20', ['booked']],
  ['due before that day', {}, '2026-12-16', []],
  ['overdue: a window lost, or scores that are late', { overdue: true }, undefined, ['lapsed', 'late']],
  ['a country', { country: 'SA' }, undefined, ['booked']],
  ['a credential', { credential: 'MLT(ASCPi)' }, undefined, []],
  ['a tag in any case', { tag: ['CEBU'] }, undefined, ['new', 'open']],
  ['all of several tags', { tag: ['cebu', '2027'] }, undefined, ['new']],
  ['no part of a tag', { tag: ['ceb'] }, undefined, []],
  ['an owner in any case and accents', { owner: 'BEN' }, undefined, ['new', 'booked']],
  ['no part of an owner', { owner: 'be' }, undefined, []],
  ['words of a search in any order', { search: 'anh  NGUYEN' }, undefined, ['new']],
  ['a search in the mail address', { search: 'lukasz@' }, undefined, ['open']],
  ['a search in the id', { search: 'finish' }, undefined, ['finished']],
  ['a search in tags and owner', { search: '2027 ben' }, undefined, ['new']],
  ['a search with typographic quotes typed plainly', { search: "o'neill" }, undefined, ['lapsed']],
  ['a search in another script, without its vowel signs', { search: 'مُحَمَّد' }, undefined, ['booked']],
  ['all must hold', { tag: ['cebu'], country: 'PL' }, undefined, ['open']],
  ['all must hold, and do not', { tag: ['cebu'], country: 'SA' }, undefined, []],
];

test.each(cases)('%s', (_what, filter, until, ids) => {
  expect(chosen(filter, until)).toEqual(ids);
});

test('conditions of different kinds add up: both of two filters are those whom each of them means', () => {
  const kinds = cases.map(([, filter]) => filter).filter((filter) => Object.keys(filter).length === 1);
  for (const first of kinds) {
    for (const second of kinds) {
      const shared = Object.keys(first).filter((key) => key in second && key !== 'tag' && key !== 'search');
      if (shared.length > 0) continue;
      const alone = chosen(second);
      expect(chosen(both(first, second))).toEqual(chosen(first).filter((id) => alone.includes(id)));
    }
  }
});

test('a filter that is kept gives way to what is asked beside it, where only one of them can hold', () => {
  const kept: Filter = { country: 'PH', tag: ['cebu'], search: 'ana', due: '14d' };
  expect(both(kept, { country: 'NP', tag: ['2027', 'cebu'], search: 'cruz' })).toEqual({
    country: 'NP',
    tag: ['cebu', '2027'],
    search: 'ana cruz',
    due: '14d',
  });
  expect(both(kept, {})).toEqual(kept);
  expect(both({}, kept)).toEqual(kept);
});

test('a filter reads as it is typed', () => {
  expect(filterText({})).toBe('');
  expect(filterText({ step: 'exam', due: '2w', overdue: true, tag: ['cebu', '2027'] })).toBe(
    '--step exam --due 2w --overdue --tag cebu,2027',
  );
  expect(filterText({ search: 'ánh', owner: 'Ana "B" $x' })).toBe('--owner "Ana \\"B\\" \\$x" --search ánh');
});

describe('searching forgives', () => {
  const alike: readonly (readonly [one: string, other: string])[] = [
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['Nguyễn', 'Nguyễn'.normalize('NFD')],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Đặng', 'dang'],
    ['Søren Ærø', 'soren aero'],
    ['Groß', 'GROSS'],
    ['GROẞ', 'gross'],
    ['İpek Yıldız', 'ipek yildiz'],
    ['IPEK', 'ipek'],
    ['Ｓａｎｔｏｓ', 'santos'],
    ['Ɓala Ƙoƙo', 'bala koko'],
    ['Þórður', 'thordur'],
    ['Ọlá Adébáyọ̀', 'ola adebayo'],
    ['محمّد', 'محمد'],
    ['مـحـمـد', 'محمد'],
    ['أحمد', 'احمد'],
    ['O’Neill', "o'neill"],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['Ma\u00adria\u200b', 'maria'],
    ['ﬁona', 'fiona'],
  ];
  test.each(alike)('%s is %s', (one, other) => expect(searchable(one)).toBe(searchable(other)));

  const different: readonly (readonly [one: string, other: string])[] = [
    ['कुमार', 'कमार'],
    ['が', 'か'],
    ['ก่า', 'กา'],
    ['한', '하'],
    ['王', '玉'],
    ['Ana', 'Ane'],
  ];
  test.each(different)('%s is not %s', (one, other) => expect(searchable(one)).not.toBe(searchable(other)));

  test('ids made of names are what they were, or nearer to the name', () => {
    expect(idFromName('María Santos')).toBe('maria-santos');
    expect(idFromName('O’Neill, "Bob"')).toBe('o-neill-bob');
    expect(idFromName('Łukasz Groß')).toBe('lukasz-gross');
    expect(idFromName('Đặng Thị Ánh')).toBe('dang-thi-anh');
    expect(idFromName('محمد')).toBe('candidate');
    expect(idFromName('ß'.repeat(200))).toBe('s'.repeat(60));
  });
});
