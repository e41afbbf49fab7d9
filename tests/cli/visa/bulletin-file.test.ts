// Saved pages of several years give exactly their values; what is not understood is named, and nothing is taken.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BulletinFile, readBulletinFile } from '../../../src/cli/visa/bulletin-file.ts';
import { type Entry, standingEntries } from '../../../src/domain/bulletin.ts';
import type { CivilDate } from '../../../src/domain/civil-date.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import { bulletinsView } from '../../../src/views/bulletin.ts';
import { temporaryFile } from '../temporary-file.ts';

const FOLDER = join(import.meta.dirname, '../../visa-bulletins');
const pathOf = (name: string) => join(FOLDER, name);
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

/** What a page must say, written apart from it: `month chart category area cutoff`, sorted. */
function expected(): Map<string, string[]> {
  const blocks = readFileSync(pathOf('expected.txt'), 'utf8').trim().split('\n\n');
  const said = new Map<string, string[]>();
  for (const block of blocks) {
    const [title = '', header = '', ...rows] = block.split('\n');
    const month = title.slice(0, 7);
    const areas = header.split('|').slice(1);
    const cells = rows.flatMap((row) => {
      const [category, ...values] = row.split('|');
      expect(values).toHaveLength(areas.length);
      return values.map((value, index) => `${title} ${category} ${areas[index]} ${value}`);
    });
    said.set(month, [...(said.get(month) ?? []), ...cells]);
  }
  return said;
}

const told = ({ cells }: BulletinFile) =>
  cells.map(({ month, chart, category, area, cutoff }) => [month, chart, category, area, cutoff].join(' ')).sort();

/** A page with something else in it. */
const changed = (name: string, from: string | RegExp, to: string): string => {
  const text = readFileSync(pathOf(name), 'utf8');
  const after = text.replace(from, to);
  if (after === text) throw new Error(`${name} has no ${from}`);
  return temporaryFile(name, after);
};

describe('saved pages', () => {
  test('there is one for each that is expected, and the other way round', () => {
    expect(pages.map((name) => name.slice(0, 7))).toEqual([...expected().keys()]);
    expect(pages.length).toBeGreaterThanOrEqual(5);
  });

  test.each(pages)('%s gives exactly its values', (name) => {
    const read = readBulletinFile(pathOf(name));
    expect(read.faults).toEqual([]);
    expect(told(read)).toEqual(expected().get(name.slice(0, 7))?.sort());
    expect(read.from).toBe('page');
  });

  test('charts of one month have columns of their own, and the other charts are left out', () => {
    const read = readBulletinFile(pathOf('2019-03.html'));
    const columns = (chart: string) =>
      new Set(read.cells.filter((cell) => cell.chart === chart).map(({ area }) => area));
    expect(columns('final')).toContain('vietnam');
    expect(columns('filing')).not.toContain('vietnam');
    expect(read.leftOut).toEqual(['family-sponsored', 'diversity']);
  });

  test.each([
    ['as Windows text', (text: string) => Buffer.from(text.replace('Legal', 'L\u00e9gal'), 'latin1')],
    ['as UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['with Windows line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['in one line', (text: string) => Buffer.from(text.replaceAll('\n', ' '))],
    [
      'with soft hyphens and odd spaces',
      (text: string) => Buffer.from(text.replaceAll('PHILIPPINES', 'PHILIP\u00ad-\u200b<br>PINES\u2009')),
    ],
    [
      'in capital letters',
      (text: string) => Buffer.from(text.replace(/<(\/?)(t[drh]|table|tbody)/g, (tag) => tag.toUpperCase())),
    ],
    [
      'with headings in th',
      (text: string) => Buffer.from(text.replaceAll('<td><b>', '<th><b>').replaceAll('</b></td>', '</b></th>')),
    ],
    [
      'around a table for the layout',
      (text: string) =>
        Buffer.from(text.replace('<body>', '<body><table><tr><td>').replace('</body>', '</td></tr></table></body>')),
    ],
    [
      'with a script and a comment that speak of tables',
      (text: string) =>
        Buffer.from(text.replace('<head>', '<head><script>"<table><tr><td>3rd"</script><!-- <table><tr><td>3rd -->')),
    ],
    [
      'with what the site puts before everything',
      (text: string) =>
        Buffer.from(
          `\n\n<!-- START CAPTCHA -->\n<script>if ($$('#a').length) { b('<h1>Visa Bulletin For May 2001</h1>'); }</script>\n${text}`,
        ),
    ],
    [
      'as a browser saves them',
      (text: string) =>
        Buffer.from(
          `<!-- saved from url=(0100)https://travel.state.gov/visa-bulletin-for-march-2019.html -->\n${text.replace('<body>', '<body><noscript><h1>Visa Bulletin For May 2001</h1></noscript><a>Visa Bulletin For April 2019</a>')}`,
        ),
    ],
  ])('%s say the same', (_, spoil) => {
    const path = temporaryFile('page.html', spoil(readFileSync(pathOf('2019-03.html'), 'utf8')));
    const read = readBulletinFile(path);
    expect(read.faults).toEqual([]);
    expect(told(read)).toEqual(told(readBulletinFile(pathOf('2019-03.html'))));
  });
});

/** Each is opened again in every paragraph that follows. */
const bolder = Array.from({ length: 300 }, (_, index) => `<b id=${index}>`).join('');

describe('what is not understood', () => {
  test.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'an unknown cell',
      '2019-03.html',
      '01DEC17',
      '01DEX17',
      /final action dates, row "3rd", column philippines: can't read "01DEX17"/,
    ],
    ['an empty cell', '2019-03.html', '<td>01DEC17</td>', '<td>&nbsp;</td>', /column philippines: can't read ""/],
    ['a footnote in a cell', '2019-03.html', '01DEC17', '01DEC17*', /can't read "01DEC17\*"/],
    ['a day that is none', '2019-03.html', '01DEC17', '31SEP17', /can't read "31SEP17"/],
    ['a day after the bulletin', '2019-03.html', '01DEC17', '01DEC37', /2037-12-01 is after the month of its bulletin/],
    ['an unknown row', '2019-03.html', '>3rd<', '>3rd Nurses<', /the unknown row "3rd Nurses"/],
    ['an unknown column', '2019-03.html', 'VIETNAM', 'ATLANTIS', /the unknown column "ATLANTIS"/],
    ['a column twice', '2019-03.html', 'VIETNAM', 'INDIA', /has the column india twice/],
    ['a row twice', '2019-03.html', '>2nd<', '>3rd<', /has the row "3rd" twice/],
    ['a cell too few', '2019-03.html', '<td>01DEC17</td>', '', /row "3rd", has 6 cells for 7 columns/],
    [
      'a cell of two columns',
      '2019-03.html',
      '<td>01DEC17</td>',
      '<td colspan="2">01DEC17</td>',
      /a cell of several rows or columns/,
    ],
    [
      'a chart without its heading',
      '2019-03.html',
      /<u>DATES FOR FILING OF EMPLOYMENT[^<]*/,
      '<u>SOMETHING',
      /no heading that says which chart/,
    ],
    [
      'the same chart twice',
      '2019-03.html',
      /<u>DATES FOR FILING OF EMPLOYMENT/,
      '<u>FINAL ACTION DATES FOR EMPLOYMENT',
      /two employment-based charts of final/,
    ],
    [
      'a chart whose corner is lost',
      '2019-03.html',
      '<td><b>Employment-<br>\n based</b></td>',
      '<td>Preference</td>',
      /row "1st" has headings that can't be read/,
    ],
    [
      'only one chart where there are two',
      '2015-10.html',
      /<p style[^>]*><b>B\.&nbsp; <u>DATES FOR FILING OF[\s\S]*$/,
      '',
      /no employment-based chart of dates for filing/,
    ],
    [
      'two months',
      '2019-03.html',
      '<h1>Visa Bulletin For March',
      '<h1>Visa Bulletin For April',
      /two months, March 2019 and April 2019/,
    ],
    [
      'no month',
      '2015-07.html',
      /July 2015/g,
      'the Month',
      /not a page of the Visa Bulletin: its title is "Visa Bulletin For the Month"/,
    ],
  ])('%s is named', (_, name, from, to, fault) => {
    const { faults } = readBulletinFile(changed(name, from, to));
    expect(faults.join('\n')).toMatch(fault);
  });

  test('every fault is told, not the first alone', () => {
    const path = changed('2019-03.html', '01DEC17', 'soon');
    writeFileSync(path, readFileSync(path, 'utf8').replace('08JUL15', 'later').replace('VIETNAM', 'MARS'));
    expect(readBulletinFile(path).faults).toHaveLength(3);
  });

  test.each<[string, string | Buffer, RegExp]>([
    [
      'another page',
      '<!DOCTYPE html><title>Just a moment...</title><p>3rd',
      /not a page of the Visa Bulletin: its title is "Just a moment..."/,
    ],
    ['a page of nothing', '<html></html>', /it has no title/],
    [
      'an index of bulletins',
      '<title>The Visa Bulletin</title><h1>Visa Bulletin</h1><a>Visa Bulletin For March 2019</a>',
      /not a page of the Visa Bulletin/,
    ],
    [
      'a bulletin without its charts',
      '<title>Visa Bulletin For March 2019</title><table><tr><td>3rd</td></tr></table>',
      /headings that can't be read.*no employment-based chart/s,
    ],
  ])('%s is no bulletin', (_, text, fault) => {
    expect(readBulletinFile(temporaryFile('page.html', text)).faults.join('; ')).toMatch(fault);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['a PDF', '%PDF-1.7\n', /is a PDF/],
    [
      'a web archive',
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://travel.state.gov',
      /is a web archive/,
    ],
    ['an empty file', ' \n', /it is empty/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /is not a text/],
    ['a file of six megabytes', Buffer.alloc(6 * 2 ** 20, '<p>'), /larger than 5 MB/],
    ['a page a thousand deep', `<html>${'<div>'.repeat(1000)}`, /too deep or too large/],
    ['a page that grows while it is read', `<p>${bolder}${'<p>x'.repeat(100_000)}`, /too deep or too large/],
  ])('%s is refused at once', (_, text, message) => {
    const path = temporaryFile('page.html', text);
    expect(() => readBulletinFile(path)).toThrow(
      expect.objectContaining({ kind: 'usage', message: expect.stringMatching(message) } satisfies Partial<Failure>),
    );
  });

  test.each(['', '  ', 'no\0name', join(FOLDER, 'nothing.html'), FOLDER])('%j is no file to read', (path) => {
    expect(() => readBulletinFile(path)).toThrow(expect.objectContaining({ kind: 'usage' }));
  });
});

describe('older layouts', () => {
  // Made by hand after the descriptions of programs that read them: the oldest bulletins name the kind in a row of its own.
  const oldest = `<title>Visa Bulletin for January 2002</title><table>
    <tr><td></td><td>All Charge-ability Areas Except Those Listed</td><td>INDIA</td><td>PHILIPP-INES</td></tr>
    <tr><td>Family</td><td></td><td></td><td></td></tr><tr><td>1st</td><td>15JAN99</td><td>15JAN99</td><td>01MAY90</td></tr></table>
    <table><tr><td></td><td>All Chargability Area Except Those Listed</td><td>INDIA</td><td>PHILIPP-INES</td></tr>
    <tr><td>Employment-Based</td><td></td><td></td><td></td></tr><tr><td>3rd</td><td>C</td><td>2OCT98</td><td>C</td></tr></table>`;

  test('are read too', () => {
    const read = readBulletinFile(temporaryFile('oldest.html', oldest));
    expect(read).toMatchObject({ faults: [], leftOut: ['family-sponsored'] });
    expect(told(read)).toEqual([
      '2002-01 final EB-3 all C',
      '2002-01 final EB-3 india 1998-10-02',
      '2002-01 final EB-3 philippines C',
    ]);
  });
});

describe('what is known', () => {
  test('can be taken elsewhere as a table, and read there', () => {
    const { cells } = readBulletinFile(pathOf('2019-03.html'));
    const known = cells.map((cell): Entry => ({ ...cell, from: 'page', at: '2019-03-01T00:00:00Z', by: 'test' }));
    const { sheet } = bulletinsView(standingEntries(known), '2019-03-15' as CivilDate);
    const rows = [
      sheet?.columns.map(({ key }) => key),
      ...(sheet?.rows ?? []).map((row) => row.map(({ value }) => value)),
    ];
    const read = readBulletinFile(temporaryFile('known.csv', rows.map((row) => row?.join(',')).join('\n')));
    expect(read.faults).toEqual([]);
    expect(read.cells).toEqual(cells);
  });
});

describe('tables', () => {
  const header = 'month,chart,category,area,cutoff\n';
  const row = '2019-03,final,EB-3,philippines,2017-12-01\n';

  test.each([
    ['commas', header + row],
    ['semicolons', (header + row).replaceAll(',', ';')],
    ['tabs', (header + row).replaceAll(',', '\t')],
    ['a byte order mark', `\ufeff${header}${row}`],
    ['other order and capitals', 'Cutoff,Area,Category,Chart,Month\n2017-12-01,PHILIPPINES,3rd,FINAL,2019-03\n'],
    ['quoted values and empty lines', `${header}\n"2019-03","final","EB-3"," philippines ","2017-12-01"\n\n`],
  ])('with %s are read', (_, text) => {
    const read = readBulletinFile(temporaryFile('table.csv', text));
    expect(read).toMatchObject({ faults: [], from: 'table' });
    expect(told(read)).toEqual(['2019-03 final EB-3 philippines 2017-12-01']);
  });

  test('the series of the Philippines is read to the last line', () => {
    const read = readBulletinFile(pathOf('eb-3-philippines.csv'));
    expect(read.faults).toEqual([]);
    expect(read.cells).toHaveLength(44);
  });

  test.each<[string, string, string]>([
    ['a column too few', 'month,chart,category,area\n', 'the column cutoff is missing'],
    ['an unknown column', `${header.trim()},note\n`, 'there is an unknown column "note"'],
    ['a column twice', `${header.trim()},month\n`, 'the column "month" is there twice'],
    ['a value too few', `${header}2019-03,final,EB-3,philippines\n`, 'line 2 has 4 values for 5'],
    ['a month that is none', `${header}${row}2019-13,final,EB-3,philippines,C\n`, 'line 3: "2019-13" is not the month'],
    ['a chart that is none', header + row.replace('final', 'fnal'), 'line 2: "fnal" is not a chart'],
    [
      'a category that is none',
      header + row.replace('EB-3', 'EB-9'),
      'line 2: "EB-9" is not an employment-based category',
    ],
    [
      'a column of the bulletin that is none',
      header + row.replace('philippines', 'Nepal'),
      'line 2: "Nepal" is not a column',
    ],
    ['a cut-off that is none', header + row.replace('2017-12-01', 'X'), 'line 2: can\'t take "X" as a date'],
    ['a cut-off with two digits', header + row.replace('2017-12-01', '01DEC17'), 'the year has two digits'],
    ['a cut-off after its bulletin', header + row.replace('2017', '2027'), 'line 2: the cut-off 2027-12-01 is after'],
    ['the same cell twice', header + row + row, 'line 3 is about the same cell as line 2'],
    ['an open quotation mark', `${header}"2019-03,final\n`, 'it is not CSV'],
    ['no table at all', 'hello\n', 'the column month is missing'],
  ])('with %s are refused by line', (_, text, fault) => {
    expect(readBulletinFile(temporaryFile('table.csv', text)).faults.join('; ')).toContain(fault);
  });
});
