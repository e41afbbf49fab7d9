// Two sample views: one with every block and the nastiest text a person could store, one as a real answer looks.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Block, View } from '../../src/views/view.ts';

const today = '2026-12-15' as CivilDate;

/** Text as it might come from a spreadsheet, a web form or an enemy. */
export const hostile = {
  color: 'Red \u001b[31mAlert\u001b[0m',
  link: '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  bidi: 'Ana \u202egpj.exe\u202c \u2067x\u2069 \u200fy\u061c',
  arabic: 'محمد علي',
  hebrewMixed: 'Dr. דוד (MLS) 12',
  chinese: '陈伟',
  family: 'Lee 👩‍👩‍👧‍👦 🇵🇭',
  combining: 'Nguye\u0302\u0303n Thi\u0323',
  pipe: 'a|b \\| c',
  script: '<script>alert("1")</script> &lt;b&gt; <!-- x',
  backticks: '``` `code` ``',
  markdownLink: '[x](javascript:alert(1)) ![i](http://e.example/i.png) www.evil.example a@evil.example',
  markup: '# *bold* __under__ ~~struck~~ $x$ {{ site }}',
  newline: 'first\nsecond\r\n- third\u2028fourth',
  tab: 'tab\there',
  nul: 'nul\u0000byte\u009bcsi\u0085nel',
  lone: 'half \ud800 pair',
  hidden: 'zero\u200bwidth\ufeff soft\u00adhyphen \u{e0041}tag',
  endless: 'x'.repeat(300),
  listItem: '1. - + = not a list',
} as const;

export const hostileNames = Object.entries(hostile);

const steps: Block = {
  type: 'items',
  items: [
    { mark: 'done', label: '1 Eligibility', text: 'route 1', aside: '1 Sep 2026', tone: 'good' },
    { mark: 'done', label: '2 Application', text: '', aside: '1 Oct 2026', tone: 'good' },
    {
      mark: 'missed',
      label: '3 Admission',
      text: 'the update was due Fri 4 Dec 2026, 11 days ago, missed',
      tone: 'bad',
    },
    {
      mark: 'current',
      label: '4 Schedule',
      text: [
        'book by Sun 7 Feb 2027, in 54 days at ',
        { user: hostile.arabic },
        ' – or record it: ',
        { command: 'ascpi done schedule --exam <date>' },
      ],
      aside: 'by 7 Feb 2027',
      tone: 'soon',
      details: ['Centres fill up weeks ahead…', ['Centre: ', { user: hostile.chinese }]],
    },
    { mark: 'waiting', label: '5 Exam', text: 'window ends Sun 28 Feb 2027, in 75 days (computed)' },
    { mark: 'waiting', label: '6 Final scores', text: '', tone: 'faint' },
    { mark: 'waiting', label: '7 Certificate', text: '', tone: 'faint' },
  ],
};

export const nastyView: View = {
  name: 'sample',
  today,
  data: { names: hostile, steps: [{ number: 1, on: '2026-09-01' }], empty: null, schema: 'mine', today: 'never' },
  blocks: [
    { type: 'title', text: [{ user: hostile.arabic }, ', MLS(ASCPi), attempt 1'], aside: 'as of Tue 15 Dec 2026' },
    steps,
    { type: 'heading', text: 'What people wrote' },
    {
      type: 'items',
      items: hostileNames.map(([name, text]) => ({ mark: 'bullet', label: name, text: { user: text } })),
    },
    { type: 'heading', text: ['Documents of ', { user: hostile.color }] },
    {
      type: 'items',
      items: [
        {
          mark: 'ticked',
          text: [{ strong: 'Transcript' }, ' of grades [transcript]'],
          aside: '2026-09-01',
          tone: 'faint',
        },
        {
          mark: 'unticked',
          text: [{ strong: 'Letter of experience' }, ' [letter]'],
          details: [
            'On letterhead, signed by the pathologist or the laboratory manager, with the dates of each rotation.',
            'Source: https://www.ascp.org/boc/a-very-long-path/that-goes/on-and-on/for-ever_and_ever/letters.html. Last checked 1 Nov 2026.',
          ],
        },
      ],
    },
    {
      type: 'paragraph',
      text: [
        'The window is never extended; missing it costs the ',
        { strong: 'whole' },
        ' fee. A booked exam can be moved once without a fee, until 24 hours before it starts, see ',
        { command: 'ascpi why exam-window' },
        '.',
      ],
    },
    {
      type: 'fields',
      fields: [
        { label: 'Name', text: { user: hostile.family } },
        { label: 'Credential', text: 'MLS(ASCPi)' },
        { label: 'Note', text: { user: hostile.script } },
        { label: 'Owner', text: '' },
      ],
    },
    {
      type: 'table',
      columns: [
        { key: 'id', title: 'Id' },
        { key: 'name', title: 'Name' },
        { key: 'days', title: 'Days', align: 'right' },
        { key: 'due', title: 'Due' },
      ],
      rows: [
        [{ value: 'maria' }, { value: 'Maria Santos' }, { value: 54 }, { value: '2027-02-07', text: '7 Feb 2027' }],
        [{ value: 'chen' }, { value: hostile.chinese }, { value: 5, tone: 'soon' }, { value: null }],
        [{ value: 'muhammad' }, { value: hostile.arabic }, { value: -3, text: '3 ago', tone: 'bad' }, { value: true }],
        [
          { value: hostile.pipe },
          { value: hostile.combining },
          { value: 0 },
          { value: '', text: { command: 'ascpi plan --result pass|fail' } },
        ],
      ],
    },
    {
      type: 'table',
      columns: [
        { key: 'name', title: 'Name' },
        { key: 'note', title: 'Note' },
      ],
      rows: hostileNames.map(([, text], index) => [{ value: text }, { value: index === 3 ? '' : text }]),
    },
    {
      type: 'callout',
      label: 'Next',
      text: 'book your exam. The window is never extended; missing it costs the whole fee.',
      command: 'ascpi done schedule --exam <date>',
      tone: 'soon',
    },
    {
      type: 'callout',
      label: 'Check',
      text: [
        "the window's end is computed from the rule of three months. The dates printed on the admission notification of ",
        { user: hostile.hebrewMixed },
        ' win.',
      ],
      command: 'ascpi done admission --window-start <date> --window-end <date>',
      tone: 'bad',
    },
    { type: 'paragraph', text: 'Compiled by a tool that is independent of ASCP.', tone: 'faint' },
  ],
};

/** The sketch of `status` in the product's description. */
export const plainView: View = {
  name: 'status',
  today,
  data: { current: 'schedule' },
  blocks: [
    { type: 'title', text: [{ user: 'Maria Santos' }, ', MLS(ASCPi), attempt 1'], aside: 'as of Tue 15 Dec 2026' },
    {
      type: 'items',
      items: [
        { mark: 'done', label: '1 Eligibility', text: 'route 1', aside: '1 Sep 2026', tone: 'good' },
        { mark: 'done', label: '2 Application', text: '', aside: '1 Oct 2026', tone: 'good' },
        { mark: 'done', label: '3 Admission', text: '', aside: '30 Nov 2026', tone: 'good' },
        { mark: 'current', label: '4 Schedule', text: 'book by Sun 7 Feb 2027, in 54 days' },
        { mark: 'waiting', label: '5 Exam', text: 'window ends Sun 28 Feb 2027, in 75 days (computed)' },
        { mark: 'waiting', label: '6 Final scores', text: '', tone: 'faint' },
        { mark: 'waiting', label: '7 Certificate', text: '', tone: 'faint' },
      ],
    },
    {
      type: 'callout',
      label: 'Next',
      text: 'book your exam. The window is never extended; missing it costs the whole fee.',
      command: 'ascpi done schedule --exam <date>',
      tone: 'soon',
    },
    {
      type: 'callout',
      label: 'Check',
      text: "the window's end is computed from the rule of three months. The dates printed on your admission notification win:",
      command: 'ascpi done admission --window-end <date>',
    },
  ],
};

/** The nasty one with a timeline under a heading, for formats that draw. */
export const picturedView: View = {
  ...nastyView,
  blocks: [
    ...nastyView.blocks,
    { type: 'heading', text: ['Timeline of ', { user: hostile.script }] },
    {
      type: 'bars',
      from: '2026-11-20' as CivilDate,
      to: '2027-06-09' as CivilDate,
      today,
      bars: [
        { label: 'Admission', kind: 'fact', from: '2026-11-30' as CivilDate, to: '2026-11-30' as CivilDate },
        { label: 'Exam <b>', kind: 'range', from: '2026-12-18' as CivilDate, to: '2027-01-12' as CivilDate },
        { label: 'Exam window', kind: 'window', from: '2026-11-30' as CivilDate, to: '2027-02-27' as CivilDate },
      ],
    },
    {
      type: 'meters',
      unit: 'points',
      meters: [
        { label: 'Safety <b>', value: 1, of: 1 },
        { label: 'Chemistry', value: 0, of: 2 },
        { label: 'Others', value: 8.75, of: 26 },
      ],
    },
    {
      type: 'chart',
      title: 'Candidates <b>by</b> step',
      of: 'Step',
      unit: ['candidate', 'candidates'],
      noted: 'Of them',
      rows: [
        { label: 'Exam <b>', value: 12, note: '3 not booked' },
        { label: 'Missed', value: 1, tone: 'bad' },
        { label: 'All done', value: 0 },
      ],
    },
  ],
};
