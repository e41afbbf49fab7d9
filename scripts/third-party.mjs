// What others wrote and the bundle holds: each package with its licence and the text of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const FILE = 'dist/THIRD-PARTY.txt';
const LINE = `\n${'-'.repeat(78)}\n\n`;
const HEADING = /^(\S+) (\S+) \((.+)\)$/;

/** Not bundled, but shipped: the fonts are copied as they are. */
const COPIED = ['dejavu-fonts-ttf'];

/** Helpers of the bundler stand in what it writes. */
const RUNTIME = /^\0rolldown\//;

/** Where package.json does not name it in the usual words: what its text is, read on 2026-11-22. */
const READ = {
  'png-js': 'MIT',
  'dejavu-fonts-ttf': 'Bitstream-Vera AND LicenseRef-Arev-Fonts AND LicenseRef-Public-Domain',
};

/** The text of THIRD-PARTY.txt for these modules. Fails where a package comes without the text of its licence. */
export function notices(moduleIds) {
  const folders = moduleIds.map((id) =>
    RUNTIME.test(id) ? packageFolder('rolldown') : /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0],
  );
  const all = new Set([...folders.filter(Boolean), ...COPIED.map(packageFolder)]);
  return [...all].sort().map(notice).join(LINE);
}

/** What THIRD-PARTY.txt says: `{name, version, licence, text}` of each package. */
export function thirdParties() {
  return readFileSync(join(root, FILE), 'utf8')
    .split(LINE)
    .map((entry) => {
      const [heading, ...lines] = entry.split('\n');
      const [, name, version, licence] = HEADING.exec(heading) ?? [];
      return { name, version, licence, text: lines.join('\n').trim() };
    });
}

const packageFolder = (name) => join(root, 'node_modules', name);

function notice(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = READ[name] ?? license;
  const text = textIn(folder) ?? (licence === 'MIT' ? mit(author) : undefined);
  if (!licence || !text) throw new Error(`${name} ${version} comes without the text of its licence: look for it`);
  return `${name} ${version} (${licence})\n\n${text.trim()}\n`;
}

function textIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8');
  const readme = join(folder, 'README.md');
  const section = existsSync(readme) && /^#+ licen[cs]e\s+([\s\S]*)/im.exec(readFileSync(readme, 'utf8'))?.[1];
  return section && /permission is hereby granted/i.test(section) ? section : undefined;
}

/** Some say MIT and no more: it is the text that ours is under too. */
function mit(author) {
  const [, terms] = readFileSync(join(root, 'LICENSE'), 'utf8').split(/^Copyright.*\n/m);
  return `The package says MIT, names ${author?.name ?? author}, and carries no text. This is that licence:\n${terms}`;
}
