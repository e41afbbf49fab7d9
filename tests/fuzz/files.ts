// All files that are read, each with examples and a command that reads it. One table for the gate and for `npm run test:fuzz`.
import { createCipheriv, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bookedJourney, type Terminal, terminal } from '../cli/terminal.ts';

export interface ReadFile {
  readonly name: string;
  /** below the home, or beside it where it begins with ../ */
  readonly path: string;
  /** {file} is its path */
  readonly argv: string;
  /** what it may hold; else what the program wrote there */
  readonly examples?: readonly string[];
  /** ends with a checksum, which is made to fit half of the time */
  readonly isSealed?: true;
  /** what stands around the text */
  readonly wrap?: (text: Uint8Array) => Uint8Array;
}

const PASSPHRASE = 'correct horse battery';

/** As the program encrypts, but cheap to open. */
function encrypted(content: Uint8Array): Uint8Array {
  const [salt, nonce] = [Buffer.alloc(16, 1), Buffer.alloc(12, 2)];
  const cost = { N: 1024, r: 8, p: 1 };
  const made = scryptSync(PASSPHRASE, salt, 40, cost);
  const [saltText, nonceText, check] = [salt, nonce, made.subarray(32)].map((bytes) => bytes.toString('base64url'));
  const header = { kdf: 'scrypt', ...cost, cipher: 'aes-256-gcm', salt: saltText, nonce: nonceText, check };
  const head = Buffer.from(`ascpi-encrypted 1\n${JSON.stringify(header)}\n`);
  const cipher = createCipheriv('aes-256-gcm', made.subarray(0, 32), nonce, { authTagLength: 16 });
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

const ROSTER = 'id,name,email,tags,exam,notes\nana,Ana Cruz,ana@example.org,a;b,2027-01-15,"x ""y"""\nben,Ben,,,,\n';
const ROSTER_OF_EXCEL = 'sep=;\r\nName;Exam\r\nAna;15/01/2027\r\n';
const OBJECTS = '[{"name": "Ana Cruz", "tags": ["a"], "score": 512, "exam": "2027-01-15"}, {"name": "Ben", "x": null}]';

export const files: readonly ReadFile[] = [
  {
    name: 'a table of candidates',
    path: '../x.csv',
    argv: 'candidates import {file} --dry-run',
    examples: [ROSTER, ROSTER_OF_EXCEL],
  },
  { name: 'JSON of candidates', path: '../x.json', argv: 'candidates import {file} --dry-run', examples: [OBJECTS] },
  { name: 'an export of candidates', path: '../export.json', argv: 'candidates import {file} --dry-run' },
  {
    name: 'a mapping',
    path: '../map.json',
    argv: 'candidates import {out}/roster.csv --dry-run --map-file {file}',
    examples: ['{"Name": "name", "Exam": "exam"}'],
  },
  {
    name: 'a scenario',
    path: '../later.json',
    argv: 'plan --scenario {file}',
    examples: ['{"name": "Later", "set": ["exam=2027-01-16"], "assume": {"transcript": "6w"}, "by": "2027-06-01"}'],
  },
  {
    name: 'a bulletin',
    path: '../march.html',
    argv: 'visa bulletin import {file} --dry-run',
    examples: [
      '<title>Visa Bulletin For March 2019</title><table><tr><td>Employment-based<td>All Chargeability<tr><td>3rd<td>C</table>',
      'month,chart,category,area,cutoff\n2019-03,final,EB-3,philippines,2017-12-01\n',
    ],
  },
  { name: 'a paper', path: '../x.pdf', argv: 'documents file {file}', examples: ['%PDF-1.7\n/Encrypt\n%%EOF\n'] },
  { name: 'a backup', path: '../backup.json', argv: 'restore {file} --dry-run --force', isSealed: true },
  {
    name: 'an encrypted backup',
    path: '../backup.json',
    argv: 'restore {file} --dry-run --force',
    isSealed: true,
    wrap: encrypted,
  },
  { name: 'a journey', path: 'journeys/maria-santos.json', argv: 'history', isSealed: true },
  { name: 'a journey, checked', path: 'journeys/maria-santos.json', argv: 'doctor', isSealed: true },
  { name: 'a journey, looked for', path: 'journeys/maria-santos.json', argv: 'candidates --due 30d', isSealed: true },
  {
    name: 'a previous version',
    path: 'previous/maria-santos.json',
    argv: 'restore -c maria-santos --dry-run --force',
    isSealed: true,
  },
  { name: 'agencies', path: 'shared/agencies.json', argv: 'agency', isSealed: true },
  { name: 'bulletins', path: 'shared/bulletins.json', argv: 'visa bulletin', isSealed: true },
  { name: 'what reports remember', path: 'shared/report.json', argv: 'report', isSealed: true },
  {
    name: 'settings',
    path: 'config.json',
    argv: 'candidates --due 30d',
    examples: [
      '{"candidate": "maria-santos", "country": "PH", "rules": {"exam-window": "90d"}, "filters": {"a": {"due": "14d"}}, "mail.port": 587}',
    ],
  },
  {
    name: 'settings, shown',
    path: 'config.json',
    argv: 'config --show-origin',
    examples: ['{"store": "memory:", "mail.from": "a@b.co"}'],
  },
  { name: 'where backups are', path: 'backups.json', argv: 'privacy export -c maria-santos' },
  {
    name: 'a template',
    path: 'templates/deadline.txt',
    argv: 'remind templates',
    examples: ['Subject: {what}\nShort: {name} {day}\n\nDear {name},\n{basis}\n'],
  },
  {
    name: 'a lock',
    path: 'lock',
    argv: 'doctor',
    examples: ['{"pid": 4194305, "start": null, "host": "desk", "space": null, "nonce": "x"}'],
  },
];

/** A store with some of everything, and what was written of it. */
export async function stocked(): Promise<{
  where: Terminal;
  exampleOf: (file: ReadFile) => readonly string[];
  pathOf: (file: ReadFile) => string;
  argvOf: (file: ReadFile) => string[];
}> {
  const where = terminal({ env: { ASCPI_PASSPHRASE: PASSPHRASE } });
  const out = dirname(where.home);
  await bookedJourney(where);
  for (const line of [
    'agency add Example',
    'visa bulletin add 2019-03 --category EB-3 --chargeability PH --date C',
    'candidates note maria-santos called',
    'report --remember',
    `candidates export -o ${out}/export.json`,
    `backup -o ${out}/backup.json`,
  ]) {
    const said = await where.run(...line.split(' '));
    if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  }
  const pathOf = ({ path }: ReadFile) => join(where.home, path);
  return {
    where,
    pathOf,
    argvOf: (file) => file.argv.split(' ').map((word) => word.replace('{file}', pathOf(file)).replace('{out}', out)),
    exampleOf: (file) => file.examples ?? [readFileSync(pathOf(file), 'utf8')],
  };
}
