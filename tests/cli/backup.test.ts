// Backups: everything in one file and back, on another machine too; nothing is lost, overwritten or brought back unasked.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, person } from './guide/script.ts';
import { bookedJourney, type Setting, type Terminal, terminal } from './terminal.ts';

const PASSPHRASE = { ASCPI_PASSPHRASE: 'correct horse battery' };

/** Two candidates, a setting and a document of the store. */
async function filled(setting: Setting = {}): Promise<Terminal> {
  const where = terminal(setting);
  await bookedJourney(where);
  await where.run('candidates', 'add', '--name', 'Ana Cruz', '--email', 'ana@example.org');
  await where.run('config', 'set', 'country', 'PH');
  await where.run('visa', 'bulletin', 'add', '2019-03', '--category', 'EB-3', '--chargeability', 'PH', '--date', 'C');
  return where;
}

async function backedUp(where: Terminal, ...argv: string[]): Promise<string> {
  const file = `${where.home}-backup.json`;
  const said = await where.run('backup', '-o', file, ...argv);
  expect(said.code, said.err).toBe(0);
  return file;
}

/** The order of keys may change on the way. */
const contentOf = (text = '') => {
  const { checksum: _checksum, ...content } = JSON.parse(text);
  return content;
};
const journeysOf = (home: string) =>
  Object.fromEntries(
    readdirSync(join(home, 'journeys')).map((name) => [name, readFileSync(join(home, 'journeys', name), 'utf8')]),
  );
const factOf = async (where: Terminal, id: string) => {
  const { entries } = (await where.json('history', '-c', id)) as unknown as { entries: { fact: string }[] };
  return entries.map(({ fact }) => fact);
};
const path = (where: Terminal, id: string) => join(where.home, 'journeys', `${id}.json`);

describe('a backup', () => {
  test.each([[[]], [['--encrypt']]])('with %j comes back whole in an empty store', async (argv) => {
    const where = await filled({ env: PASSPHRASE });
    const file = await backedUp(where, ...argv);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const other = terminal({ env: PASSPHRASE });
    expect((await other.run('restore', file)).code).toBe(0);
    const known = Object.entries(bytesOf(where.home)).filter(([name]) => !/backups\.json|config\.previous/.test(name));
    const came = bytesOf(other.home);
    for (const [name, text] of known)
      expect(contentOf(came[name.replace(where.home, other.home)]), name).toEqual(contentOf(text));
    const again = await other.json('restore', file);
    expect(again).toMatchObject({
      candidates: [
        { state: 'same', deed: 'none' },
        { state: 'same', deed: 'none' },
      ],
    });
    expect(bytesOf(other.home)).toEqual(came);
  });

  test('encrypted, names nobody, and opens with the passphrase alone', async () => {
    const where = await filled({ env: PASSPHRASE });
    const file = await backedUp(where, '--encrypt');
    expect(readFileSync(file, 'latin1')).not.toMatch(/maria|ana|santos/i);
    const wrong = terminal({ env: { ASCPI_PASSPHRASE: 'guess' } });
    expect(await wrong.run('restore', file)).toMatchObject({
      code: 2,
      err: expect.stringContaining('does not open it'),
    });
    expect(existsSync(wrong.home)).toBe(false);
    const none = await terminal().run('restore', file);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('ASCPI_PASSPHRASE_FILE') });
    const bytes = readFileSync(file);
    for (const at of [bytes.length - 1, bytes.length - 40, 400]) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      writeFileSync(file, bent);
      expect((await where.run('restore', file, '--dry-run')).code, `byte ${at}`).toBe(5);
    }
  });

  test('asks for the passphrase twice where nobody set it, and hides it', async () => {
    const ana = person();
    await bookedJourney(ana);
    const file = `${ana.home}.enc`;
    const said = await ana.talk(
      ['backup', '-o', file, '--encrypt'],
      [
        ['secret', 'one'],
        ['secret.again', 'two'],
        ['secret', 'one'],
        ['secret.again', 'one'],
      ],
    );
    expect(said.code).toBe(0);
    expect(said.talk + said.out + said.err).not.toContain('one\n');
    rmSync(path(ana, 'maria-santos'));
    expect((await ana.talk(['restore', file], [['secret', 'one']])).code).toBe(0);
    expect(existsSync(path(ana, 'maria-santos'))).toBe(true);
  });

  test('needs a file that is not there yet, outside the folder it keeps safe', async () => {
    const where = await filled();
    const file = await backedUp(where);
    for (const argv of [[], ['-o', '-'], ['-o', join(where.home, 'b.json')], ['-o', file]]) {
      expect((await where.run('backup', ...argv)).code, argv.join(' ')).toBe(2);
    }
    const before = bytesOf(where.home);
    expect((await where.run('backup', '-o', file, '--force', '--dry-run')).code).toBe(0);
    expect(bytesOf(where.home)).toEqual(before);
    expect((await where.run('backup', '-o', file, '--force')).code).toBe(0);
    expect(await where.run('backup', '-o', join(file, 'under'))).toMatchObject({ code: 2 });
  });

  test('leaves out what is damaged, says so, and takes the version before it', async () => {
    const where = await filled();
    writeFileSync(path(where, 'maria-santos'), 'null');
    const file = `${where.home}.json`;
    const said = await where.run('backup', '-o', file);
    expect(said).toMatchObject({ code: 5, err: expect.stringContaining('maria-santos') });
    const other = terminal();
    await other.run('restore', file);
    expect(await factOf(other, 'maria-santos')).toEqual(['eligibility', 'application', 'admission']);
  });
});

describe('restoring', () => {
  test('one candidate touches no other, and tells who there is', async () => {
    const where = await filled();
    const file = await backedUp(where);
    await where.run('candidates', 'note', 'maria-santos', 'Called');
    rmSync(path(where, 'ana-cruz'));
    const before = readFileSync(path(where, 'maria-santos'), 'utf8');
    expect((await where.run('restore', file, '-c', 'ana-cruz')).code).toBe(0);
    expect(readFileSync(path(where, 'maria-santos'), 'utf8')).toBe(before);
    expect(existsSync(path(where, 'ana-cruz'))).toBe(true);
    expect(await where.run('restore', file, '-c', 'ghost')).toMatchObject({
      code: 3,
      err: expect.stringContaining('ana-cruz, maria-santos'),
    });
  });

  test.each(['nobody.json', `${'long'.repeat(100)}.json`, '\0'])(
    'from %j, which is not there, says so',
    async (file) => {
      expect(await terminal().run('restore', file)).toMatchObject({
        code: 3,
        err: expect.stringMatching(/^ascpi: there is no file "/),
      });
    },
  );

  test('never goes back in time unasked', async () => {
    const where = await filled();
    const file = await backedUp(where);
    await where.run('candidates', 'note', 'maria-santos', 'Called');
    rmSync(path(where, 'ana-cruz'));
    const before = bytesOf(where.home);
    const said = await where.run('restore', file);
    expect(said).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/"maria-santos" has more here.*--force/),
    });
    const dry = await where.json('restore', file, '--dry-run');
    expect(dry).toMatchObject({
      candidates: [
        { id: 'ana-cruz', state: 'new' },
        { state: 'older', deed: 'refused' },
      ],
    });
    expect(bytesOf(where.home)).toEqual(before);
    expect((await where.run('restore', file, '--keep-newer')).code).toBe(0);
    expect(existsSync(path(where, 'ana-cruz'))).toBe(true);
    expect(await factOf(where, 'maria-santos')).toContain('note');
    expect((await where.run('restore', file, '--force')).code).toBe(0);
    expect(await factOf(where, 'maria-santos')).not.toContain('note');
    // What was replaced is the version before.
    expect((await where.run('restore', '-c', 'maria-santos')).code).toBe(0);
    expect(await factOf(where, 'maria-santos')).toContain('note');
  });

  test('without a file brings back the version before, and keeps a damaged one beside it', async () => {
    const where = await filled();
    const before = readFileSync(join(where.home, 'previous', 'maria-santos.json'), 'utf8');
    expect((await where.run('restore', '-c', 'maria-santos')).code).toBe(2);
    writeFileSync(path(where, 'maria-santos'), '{"cut');
    expect(await where.run('status', '-c', 'maria-santos')).toMatchObject({
      code: 5,
      err: expect.stringContaining('ascpi restore -c maria-santos'),
    });
    expect((await where.run('restore', '-c', 'maria-santos')).code).toBe(0);
    expect(await factOf(where, 'maria-santos')).toEqual(['eligibility', 'application', 'admission']);
    const aside = readdirSync(join(where.home, 'journeys')).filter((name) => name.includes('.damaged-'));
    expect(aside).toEqual(['maria-santos.json.damaged-2026-12-15T080000Z']);
    expect(readFileSync(join(where.home, 'journeys', aside[0] ?? ''), 'utf8')).toBe('{"cut');
    expect(readFileSync(join(where.home, 'previous', 'maria-santos.json'), 'utf8')).toBe(before);
    expect((await where.run('restore', '-c', 'ana-cruz')).code).toBe(3);
    await where.run('candidates', 'remove', 'maria-santos', '--yes');
    expect(readdirSync(join(where.home, 'journeys'))).toEqual(['ana-cruz.json']);
  });

  test.each(['journeys/ana-cruz.json', 'shared/bulletins.json'])(
    'does not replace %s of a newer version',
    async (name) => {
      const where = await filled();
      const file = await backedUp(where);
      writeFileSync(join(where.home, name), '{"version": 99}');
      const before = bytesOf(where.home);
      expect(await where.run('restore', file, '--force')).toMatchObject({
        code: 5,
        err: expect.stringContaining('newer'),
      });
      expect(bytesOf(where.home)).toEqual(before);
    },
  );

  test('brings back a damaged document of the store; settings that differ stay', async () => {
    const where = await filled();
    const file = await backedUp(where);
    writeFileSync(join(where.home, 'shared', 'bulletins.json'), 'null');
    await where.run('config', 'set', 'country', 'NP');
    expect(await where.json('restore', file)).toMatchObject({
      others: [
        { what: 'the bulletins', state: 'damaged', deed: 'restored' },
        { what: 'the settings', state: 'apart', deed: 'kept' },
      ],
    });
    expect((await where.run('visa', 'bulletin')).out).toContain('March 2019');
    expect((await where.run('config', 'get', 'country')).out).toContain('NP');
    await where.run('restore', file, '--force');
    expect((await where.run('config', 'get', 'country')).out).toContain('PH');
  });

  test('refuses a file with any byte changed or cut off, and changes nothing', async () => {
    const where = terminal();
    await where.run('start', '--name', 'Ana Cruz');
    const file = await backedUp(where);
    const bytes = readFileSync(file);
    const empty = terminal();
    for (let at = 0; at < bytes.length; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, bent);
      expect((await empty.run('restore', file)).code, `byte ${at}`).toBe(5);
      writeFileSync(file, bytes.subarray(0, at));
      expect((await empty.run('restore', file)).code, `cut at ${at}`).toBe(5);
    }
    for (const text of ['null', '[]', '{}', '\0\0', `\ufeff${bytes}`, `${'['.repeat(100_000)}`, '{"a":1,"a":2}']) {
      writeFileSync(file, text);
      expect((await empty.run('restore', file)).code, text.slice(0, 20)).toBe(5);
    }
    expect((await empty.run('restore', `${file}-not`)).code).toBe(3);
    expect(existsSync(empty.home)).toBe(false);
  });
});

describe('merging a copy', () => {
  /** Two machines that both went on from one store. */
  async function apart() {
    const [one, other] = [await filled(), terminal()];
    await other.run('restore', await backedUp(one));
    const copy = join(one.home, 'journeys', 'maria-santos (conflicted copy 2026-12-15).json');
    return { one, other, copy };
  }

  test('adds what only the copy has, and again adds nothing', async () => {
    const { one, other, copy } = await apart();
    await one.run('candidates', 'note', 'maria-santos', 'Here');
    const elsewhere = terminal({ home: other.home });
    await elsewhere.run('documents', 'record', 'transcript-from-school', 'requested', '-c', 'maria-santos');
    expect(await factOf(other, 'maria-santos')).toHaveLength(5);
    copyFileSync(path(other, 'maria-santos'), copy);
    // Ids of the two machines: made by one generator here, so told apart by hand.
    const text = readFileSync(copy, 'utf8').replace(/"id": "f00001"(?=[^}]*"document")/, '"id": "x00001"');
    writeFileSync(copy, text.replace(/,\n {2}"checksum": "\w+"/, ''));
    expect((await one.run('restore', copy)).code).toBe(2);
    const said = await one.run('restore', copy, '--merge');
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('Remove it: rm') });
    expect(await factOf(one, 'maria-santos')).toEqual(expect.arrayContaining(['note', 'document', 'schedule']));
    const before = bytesOf(one.home);
    expect(await one.json('restore', copy, '--merge')).toMatchObject({ candidates: [{ deed: 'none' }] });
    expect(bytesOf(one.home)).toEqual(before);
  });

  test('takes in a packet: the export of one candidate of another store', async () => {
    const { one, other } = await apart();
    await one.run('candidates', 'note', 'maria-santos', 'Here');
    const packet = `${one.home}-packet.json`;
    expect((await one.run('candidates', 'export', '-c', 'maria-santos', '-o', packet)).code).toBe(0);
    expect(JSON.parse(readFileSync(packet, 'utf8')).journeys).toHaveLength(1);
    const ana = readFileSync(path(other, 'ana-cruz'), 'utf8');
    const before = await factOf(other, 'maria-santos');
    expect((await other.run('restore', packet, '--merge')).code).toBe(0);
    expect(await factOf(other, 'maria-santos')).toEqual([...before, 'note']);
    expect(readFileSync(path(other, 'ana-cruz'), 'utf8')).toBe(ana);
    expect(await one.run('candidates', 'export', '-c', 'maria-santos', '--tag', 'cebu')).toMatchObject({ code: 2 });
    expect(await one.run('candidates', 'export', '-c', 'nobody')).toMatchObject({ code: 3 });
  });

  test('shows what differs, keeps ours and notes theirs', async () => {
    const { one, copy } = await apart();
    const { checksum: _gone, ...journey } = JSON.parse(readFileSync(path(one, 'maria-santos'), 'utf8'));
    const facts = journey.facts.map((fact: { kind: string }) =>
      fact.kind === 'application' ? { ...fact, on: '2026-10-02' } : fact,
    );
    const profile = { ...journey.profile, email: 'maria@example.org' };
    writeFileSync(copy, JSON.stringify({ ...journey, profile, facts }));
    const said = (await one.json('restore', copy, '--merge')) as unknown as { candidates: { clashes: unknown[] }[] };
    expect(said.candidates[0]?.clashes).toMatchObject([
      { path: 'profile.email', mine: null, theirs: 'maria@example.org' },
      { path: 'facts.1', mine: { on: '2026-10-01' }, theirs: { on: '2026-10-02' } },
    ]);
    const { notes } = (await one.json('candidates', 'show', 'maria-santos')) as unknown as {
      notes: { text: string }[];
    };
    expect(notes[0]?.text).toContain('maria@example.org');
    const before = journeysOf(one.home);
    await one.run('restore', copy, '--merge');
    expect(journeysOf(one.home)).toEqual(before);
  });
});
