// Draws docs/status.svg, the picture in the README: what the built program shows of the sample journey, as its colours stand on a terminal.
//
//   npm run build && npm run picture
//   npm run picture -- --check     writes nothing; exits 1 where the picture is out of date
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const COLUMNS = 72;
const CELL = { width: 9, height: 22, font: 15 };
const MARGIN = 24;

/** What the program's escape sequences set, and what they end. */
const STYLES = { 1: 'bold', 2: 'faint', 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' };
const ENDS = { 0: Object.values(STYLES), 22: ['bold', 'faint'], 39: ['red', 'green', 'yellow', 'cyan'] };

/** Every ink has a contrast of at least 4.5 to its ground. */
const INKS = {
  light: { text: '#1f2328', faint: '#59636e', red: '#b3151f', green: '#116329', yellow: '#7d4e00', cyan: '#0a5f73' },
  dark: { text: '#e6edf3', faint: '#9198a1', red: '#ff7b72', green: '#56d364', yellow: '#e3b341', cyan: '#56d4dd' },
};
const GROUNDS = {
  light: { fill: '#f6f8fa', stroke: '#d1d9e0' },
  dark: { fill: '#0d1117', stroke: '#3d444d' },
};

const { today, journey } = JSON.parse(readFileSync(join(root, 'data/demo.json'), 'utf8'));
const path = join(root, 'docs/status.svg');
const picture = draw(answers());

if (readOr(path, '') === picture) process.exitCode = 0;
else if (process.argv.includes('--check')) {
  console.error('docs/status.svg is out of date: npm run build && npm run picture');
  process.exitCode = 1;
} else {
  writeFileSync(path, picture);
  console.log('Written: docs/status.svg');
}

/** `ascpi status` for the eye, and in the words that a screen reader gets. */
function answers() {
  const home = mkdtempSync(join(tmpdir(), 'ascpi-picture-'));
  try {
    mkdirSync(join(home, 'journeys'));
    writeFileSync(join(home, 'journeys', `${journey.id}.json`), JSON.stringify(journey));
    const env = { PATH: process.env.PATH, ASCPI_HOME: home, ASCPI_TODAY: today, LANG: 'C.UTF-8', COLUMNS };
    const status = (more, ...options) => {
      const argv = [join(root, 'bin/ascpi.js'), 'status', ...options];
      const said = spawnSync(process.execPath, argv, { env: { ...env, ...more }, encoding: 'utf8' });
      if (said.status !== 0 || said.stderr !== '') throw new Error(said.stderr);
      return said.stdout.trimEnd();
    };
    return { shown: status({ FORCE_COLOR: '1' }), spoken: status({}, '--accessible') };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function draw({ shown, spoken }) {
  const lines = ['\x1b[2m$\x1b[22m \x1b[1mascpi status\x1b[22m', '', ...shown.split('\n')];
  const width = COLUMNS * CELL.width + 2 * MARGIN;
  const height = lines.length * CELL.height + 2 * MARGIN - (CELL.height - CELL.font);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" aria-describedby="desc">`,
    '<!-- Made from what the program says by `npm run picture`. -->',
    '<title id="title">What ascpi status shows of a sample journey</title>',
    `<desc id="desc">${escaped(spoken)}</desc>`,
    `<style>\n${style()}\n</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...lines.flatMap((line, row) => runs(line).map((run) => text(run, row))),
    '</svg>',
    '',
  ].join('\n');
}

function style() {
  const colors = (mode) => [
    `.ground { fill: ${GROUNDS[mode].fill}; stroke: ${GROUNDS[mode].stroke} }`,
    ...Object.entries(INKS[mode]).map(([name, fill]) => `${name === 'text' ? 'text' : `.${name}`} { fill: ${fill} }`),
  ];
  return [
    `text { font: ${CELL.font}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }`,
    '.bold { font-weight: bold }',
    ...colors('light'),
    '@media (prefers-color-scheme: dark) {',
    ...colors('dark'),
    '}',
  ].join('\n');
}

/** Words that stand together in one style, with the column they begin at. */
function runs(line) {
  const found = [];
  let styles = [];
  let column = 0;
  for (const part of line.split(/(\x1b\[\d+m)/)) {
    const code = /^\x1b\[(\d+)m$/.exec(part)?.[1];
    if (code !== undefined) {
      if (!(code in STYLES) && !(code in ENDS)) throw new Error(`The picture knows no style ${code}`);
      styles = code in STYLES ? [...styles, STYLES[code]] : styles.filter((style) => !ENDS[code].includes(style));
      continue;
    }
    // A glyph that the font lacks comes from another one, as wide as that likes: it stands alone.
    for (const { 0: words, index } of part.matchAll(/[!-~]+(?: [!-~]+)*|[^ -~]/g)) {
      found.push({ words, column: column + index, styles });
    }
    column += part.length;
  }
  return found;
}

/** The length is given, because a cell of the reader's own font is a little wider or narrower. */
function text({ words, column, styles }, row) {
  const x = MARGIN + column * CELL.width;
  const y = MARGIN + row * CELL.height + CELL.font - 3;
  const className = styles.length > 0 ? ` class="${styles.join(' ')}"` : '';
  const length = words.length > 1 ? ` textLength="${words.length * CELL.width}"` : '';
  return `<text${className} x="${x}" y="${y}"${length}>${escaped(words)}</text>`;
}

function escaped(plain) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return plain.replace(/[&<>"]/g, (sign) => entities[sign]);
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
