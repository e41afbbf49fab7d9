// What nobody may see: the password in an address of a store, whatever is done with it; and names in what --debug adds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookedJourney, type Said, terminal } from './terminal.ts';

const SECRET = 's3cret-pw';

const addresses = [
  `postgres://maria:${SECRET}@db.example/ascpi`,
  `postgresql://maria:${SECRET}@db.example:5433/ascpi`,
  `POSTGRES://maria:${SECRET}@db.example/ascpi`,
  `Postgres:maria:${SECRET}@db.example/ascpi`,
  `postgres://:${SECRET}@db.example/ascpi`,
  `postgres://maria:p@${SECRET}@db.example/ascpi`,
  `postgres://maria:a%2F${SECRET}@db.example/ascpi`,
  `postgres://maria:a/${SECRET}@db.example/ascpi`,
  `postgres://maria:a?${SECRET}@db.example/ascpi`,
  `postgres://maria:a#${SECRET}@db.example/ascpi`,
  `postgres://maria:${SECRET}@db.example`,
  `postgres://maria:${SECRET}@db.example:99999/ascpi`,
  `postgres://maria:${SECRET}@db.example/%zz`,
  `postgres://maria@db.example/ascpi?password=${SECRET}`,
  `postgres://maria@db.example/ascpi?Password=${SECRET}`,
  `postgres://maria@db.example/ascpi?pass=${SECRET}`,
  `postgres://maria@db.example/ascpi?sslpassword=${SECRET}`,
  `postgres:///ascpi?host=/run/postgresql&password=${SECRET}`,
  ` postgres://maria:${SECRET}@db.example/ascpi`,
  `postgres//maria:${SECRET}@db.example/ascpi`,
  `postgre://maria:${SECRET}@db.example/ascpi`,
  `mysql://maria:${SECRET}@db.example/ascpi`,
  `https://maria:${SECRET}@db.example/ascpi`,
  `file://maria:${SECRET}@server/share`,
  `//maria:${SECRET}@server/share`,
  `maria:${SECRET}@db.example/ascpi`,
];

/** {address} is the address. */
const commands = [
  'status --store {address}',
  'status --store={address}',
  '--store {address}',
  'status --store {address} --debug',
  'status --store {address} --json --debug',
  'history --store {address}',
  'candidates --store {address}',
  'doctor --store {address}',
  'doctor --json --store {address}',
  'store status --store {address}',
  'config --store {address}',
  'config set store {address}',
  'config set store={address}',
  'config get {address}',
  'config set {address}',
  'store copy --to {address}',
  'store copy --from {address} --to memory:',
  'store migrate --store {address}',
  'status --stor {address}',
  'status {address}',
  'status -c {address}',
  '{address}',
  'help {address}',
  'completion {address}',
];

/** Where the address comes from, when it is not typed. */
const unsaid = [
  'status',
  'doctor',
  'doctor --json',
  'store status',
  'config',
  'config --show-origin --json',
  'config get store',
  'history --debug',
  'backup -o {home}-x.json',
  'privacy export',
  'help data',
];

const filled = (line: string, address: string, home: string) =>
  line.split(' ').map((word) => word.replace('{address}', address).replace('{home}', home));

const hides = ({ out, err }: Said, what: string) => expect.soft(`${out}${err}`, what).not.toContain(SECRET);

describe.each(addresses)('%s', (address) => {
  test('is repeated by no command without its password', async () => {
    const where = terminal();
    for (const line of commands) hides(await where.run(...filled(line, address, where.home)), line);
  });

  test('nor where it stands in the environment', async () => {
    const where = terminal({ env: { ASCPI_STORE: address } });
    for (const line of unsaid) hides(await where.run(...filled(line, address, where.home)), line);
  });

  test('nor where somebody wrote it into the settings', async () => {
    const where = terminal();
    mkdirSync(where.home, { recursive: true });
    writeFileSync(join(where.home, 'config.json'), JSON.stringify({ store: address }));
    for (const line of unsaid) hides(await where.run(...filled(line, address, where.home)), line);
  });
});

const NAME = 'Perpetua Quisumbing';
const told = [NAME, 'Perpetua', 'Quisumbing', 'perpetua@example.org', 'a note about her'];

/** Failures of every kind; {id} is hers. */
const failing = [
  'status',
  'status -c nobody',
  'done exam --result pass -c {id}',
  'done application --on 2026-12-16 -c {id}',
  'why certificate -c {id}',
  'plan --assume x=6w -c {id}',
  'check nothing -c {id}',
  'undo -c other',
  'documents record passport lost -c {id}',
  'cmp add 1 safety -c {id}',
  'visa set --category EB-9 -c {id}',
  'agency show nobody',
  'candidates edit {id} --email nobody',
  'candidates tag ! {id}',
  'candidates note {id}',
  'candidates merge {id} {id}',
  'candidates remove {id}',
  'candidates import nowhere.csv',
  'calendar --format csv -c {id}',
  'report --format ics',
  'remind --send smtp',
  'remind mute nothing -c {id}',
  'privacy erase -c {id}',
  'restore nowhere.json',
  'backup',
  'config set candidate {id}!',
  'profile -c {id} --format csv',
];

test('--debug adds to a failure where it comes from, and nothing of what was recorded', async () => {
  const where = terminal();
  await bookedJourney(where);
  const added = ['--email', told[3] ?? '', '--note', told[4] ?? ''];
  expect((await where.run('candidates', 'add', '--name', NAME, '--id', 'zz', ...added)).code).toBe(0);
  let seen = 0;
  for (const line of failing) {
    const argv = line.split(' ').map((word) => word.replace('{id}', 'zz'));
    const plain = await where.run(...argv);
    const { code, err } = await where.run(...argv, '--debug');
    if (plain.code === 0) continue;
    seen += 1;
    expect.soft(code, line).toBe(plain.code);
    // What the failure itself says is shown with and without.
    expect.soft(err.startsWith(plain.err), `${line}: ${err}`).toBe(true);
    const extra = err.slice(plain.err.length);
    expect.soft(extra, line).toMatch(/^\s+at /);
    expect
      .soft(
        told.filter((text) => extra.includes(text)),
        line,
      )
      .toEqual([]);
  }
  expect(seen).toBeGreaterThan(20);
});

test('nor does a file that is damaged by what is in it', async () => {
  const where = terminal();
  await bookedJourney(where);
  const path = join(where.home, 'journeys/maria-santos.json');
  for (const text of ['{', NAME, `{"name": "${NAME}", }`, `{"${NAME}": 1}`, JSON.stringify({ version: 1, id: NAME })]) {
    writeFileSync(path, text);
    const { code, err } = await where.run('history', '--debug');
    expect(code).toBe(5);
    // The key of an object is named, so that it can be found.
    expect(err.replace(`${NAME}:`, '').replaceAll('\n', ' ')).not.toContain(NAME);
  }
});
