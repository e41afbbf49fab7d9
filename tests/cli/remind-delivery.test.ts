// Delivery by the real binary: twice, eight at once, killed at any moment, against mail servers good and bad. Each message once.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOnServer, ofFiles } from './homes.ts';
import { type Mood, mailSink, type Sink } from './mail-sink.ts';
import { ascpi, ended, generator, ledger, needBuild, selfSigned, sentLines, start } from './remind-process.ts';
import { candidate, keepIn, rosterIn } from './remind-roster.ts';
import { temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);

async function roster(size: number): Promise<{ home: string; letters: string }> {
  const home = temporaryHome();
  await rosterIn(home, size);
  return { home, letters: join(home, '..', 'letters') };
}

const eml = (letters: string) => ['remind', '--send', 'eml', '-o', letters, '--quiet'];

/** Every message is there once and whole, and the ledger says of each that it was sent, once. */
async function expectEachOnce(home: string, letters: string, size: number): Promise<void> {
  const names = readdirSync(letters);
  expect(names.filter((name) => !name.endsWith('.eml'))).toEqual([]);
  expect(names).toHaveLength(size);
  const ids = names.map((name) => /^Message-ID: (.*)$/m.exec(readFileSync(join(letters, name), 'utf8'))?.[1]);
  expect(new Set(ids).size).toBe(size);
  for (const name of names) expect(readFileSync(join(letters, name), 'utf8')).toMatch(/what counts\.\r\n$/);
  await expectLedger(home, size);
}

async function expectLedger(home: string, size: number): Promise<void> {
  const found = await ledger(home);
  expect(found.size).toBe(size);
  for (const [key, states] of found)
    expect([key, ...states.filter((state) => state === 'sent')]).toEqual([key, 'sent']);
}

describe('files', () => {
  test('run twice, each message is written once and never touched again', async () => {
    const { home, letters } = await roster(60);
    expect(await ascpi(home, eml(letters))).toMatchObject({ code: 0 });
    await expectEachOnce(home, letters, 60);
    const times = () => readdirSync(letters).map((name) => statSync(join(letters, name)).mtimeMs);
    const before = times();
    expect(await ascpi(home, eml(letters))).toMatchObject({ code: 0 });
    expect(times()).toEqual(before);
    await expectEachOnce(home, letters, 60);
  });

  test('eight at once, each message is written once', async () => {
    const { home, letters } = await roster(60);
    const all = await Promise.all(Array.from({ length: 8 }, () => ascpi(home, eml(letters))));
    // Who waited too long for the others says so; nobody fails in another way.
    for (const { code, err } of all) expect([0, 6], err).toContain(code);
    expect(all.some(({ code }) => code === 0)).toBe(true);
    await expectEachOnce(home, letters, 60);
  });

  test('killed at many moments and then run once more, each message is written once', {
    timeout: 180_000,
  }, async () => {
    // So many that a quick machine is not done before all the kills.
    const count = isOnServer() ? 300 : 1600;
    const rounds = isOnServer() ? 10 : 50;
    const { home, letters } = await roster(count);
    const random = generator(2026);
    let cut = 0;
    for (let round = 0; round < rounds; round += 1) {
      const child = start(home, eml(letters));
      const end = ended(child);
      // From while it reads to while it writes; once all is done nothing is left to be cut.
      setTimeout(() => child.kill('SIGKILL'), 60 + random() * 340);
      if ((await end).signal === 'SIGKILL') cut += 1;
    }
    expect(cut).toBeGreaterThan(rounds / 2);
    expect(await ascpi(home, eml(letters))).toMatchObject({ code: 0 });
    await expectEachOnce(home, letters, count);
    expect(await ascpi(home, ['doctor'])).toMatchObject({ code: 0 });
    if (!isOnServer()) expect(readdirSync(home).sort()).toEqual(['journeys', 'previous', 'roster.cache']);
  });

  test('a file that stands where a message belongs is left as it is, and what is no file is an error', async () => {
    const { home, letters } = await roster(2);
    await ascpi(home, eml(letters));
    const [name = ''] = readdirSync(letters);
    const other = await roster(2);
    mkdirSync(join(other.letters, name), { recursive: true });
    const said = await ascpi(other.home, eml(other.letters));
    expect(said.code).toBe(1);
    expect(said.err).toContain('is in the way');
    writeFileSync(join(letters, name), 'mine');
    await ascpi(home, eml(letters));
    expect(readFileSync(join(letters, name), 'utf8')).toBe('mine');
  });

  test('two stores with a candidate of the same id do not take each other’s message for their own', async () => {
    const [one, other] = [temporaryHome(), temporaryHome()];
    const letters = join(one, '..', 'letters');
    const maria = candidate('maria');
    await keepIn(one, maria);
    await keepIn(other, { ...maria, facts: maria.facts.map((fact) => ({ ...fact, id: 'another-one' })) });
    await ascpi(one, eml(letters));
    await ascpi(other, eml(letters));
    expect(readdirSync(letters)).toHaveLength(4);
  });
});

interface Set {
  readonly port?: number;
  readonly secure?: string;
  readonly perMinute?: string;
  readonly host?: string;
  readonly user?: string;
}

/** The settings of a mail server on this machine. */
async function mailTo(home: string, { port = 0, secure = 'none', perMinute = '6000', host = '127.0.0.1', user }: Set) {
  const where = terminal({ home });
  for (const [key, value] of [
    ['mail.host', host],
    ['mail.port', String(port)],
    ['mail.secure', secure],
    ['mail.from', 'Ana Cruz <ana@example.org>'],
    ['mail.perMinute', perMinute],
    ...(user ? [['mail.user', user] as const] : []),
  ] as const) {
    const { code, err } = await where.run('config', 'set', key, value);
    if (code !== 0) throw new Error(err);
  }
}

const smtp = ['remind', '--send', 'smtp', '--yes'];

async function rosterOf(size: number, sink: Sink, settings: Set = {}): Promise<string> {
  const { home } = await roster(size);
  await mailTo(home, { port: sink.port, ...settings });
  return home;
}

const idsOf = ({ taken }: Sink) => taken.map(({ id }) => id);

/** How many of the ids came more than once. */
const again = (sink: Sink) => sink.taken.length - new Set(idsOf(sink)).size;

describe('a mail server', () => {
  test('run twice and eight at once, it is handed each message once, to one recipient', async () => {
    const sink = await mailSink();
    const home = await rosterOf(20, sink);
    const all = await Promise.all(Array.from({ length: 8 }, () => ascpi(home, smtp)));
    for (const { code, err } of all) expect([0, 6], err).toContain(code);
    expect(await ascpi(home, smtp)).toMatchObject({ code: 0 });
    expect(sink.taken).toHaveLength(20);
    expect(again(sink)).toBe(0);
    expect(sink.taken.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => [`c${String(index).padStart(4, '0')}@example.org`]),
    );
    for (const { raw, from } of sink.taken) {
      expect(from).toBe('ana@example.org');
      for (const header of [
        /^From: Ana Cruz <ana@example\.org>$/m,
        /^Auto-Submitted: auto-generated$/m,
        /^Date: .+ \+0000$/m,
      ])
        expect(raw.replaceAll('\r', '')).toMatch(header);
      expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
      expect(raw).not.toMatch(/text\/html|X-Unsent/i);
    }
    await expectLedger(home, 20);
  });

  test('killed at some moments and then run once more, each comes at least once, and again only where a kill fell between', {
    timeout: 180_000,
  }, async () => {
    const sink = await mailSink();
    const home = await rosterOf(80, sink);
    const random = generator(7);
    let cut = 0;
    for (let round = 0; round < (isOnServer() ? 6 : 20); round += 1) {
      const child = start(home, smtp);
      const end = ended(child);
      setTimeout(() => child.kill('SIGKILL'), 100 + random() * 400);
      if ((await end).signal === 'SIGKILL') cut += 1;
    }
    const between = [...(await ledger(home)).values()].filter((states) => states.at(-1) === 'intended').length;
    expect(between).toBeLessThanOrEqual(1);
    expect(await ascpi(home, smtp)).toMatchObject({ code: 0 });
    expect(new Set(idsOf(sink)).size).toBe(80);
    // One message is on its way at a time, so that a kill repeats one message at most.
    expect(again(sink)).toBeLessThanOrEqual(cut);
    await expectLedger(home, 80);
  });

  test('each is recorded as intended before it goes out and as sent after it; what others record meanwhile is kept and heeded', async () => {
    const seen: Promise<string[] | undefined>[] = [];
    let home = '';
    const keyOf = (to: string) => `${to.split('@')[0]}/application-documents/2027-01-26/60/smtp`;
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const sink = await mailSink({
      mood: async (_, to): Promise<Mood> => {
        // What is recorded while the message waits for its answer.
        const recorded = ledger(home).then((found) => found.get(keyOf(to)));
        seen.push(recorded);
        await Promise.all([recorded, held]);
        return 'take';
      },
    });
    home = await rosterOf(4, sink);
    const child = start(home, smtp);
    const end = ended(child);
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    // The first message is on its way: its own journey changes, and the last one's documents are settled.
    expect(await ascpi(home, ['check', 'one-account', '-c', 'c0000'])).toMatchObject({ code: 0 });
    expect(await ascpi(home, ['done', 'admission', '-c', 'c0003'])).toMatchObject({ code: 0 });
    letGo();
    expect(await end).toMatchObject({ code: 0, err: expect.stringMatching(/^settled meanwhile {2}c0003: /m) });
    expect(await Promise.all(seen)).toEqual([['intended'], ['intended'], ['intended']]);
    expect(sink.taken.map(({ to }) => to[0])).toEqual(['c0000', 'c0001', 'c0002'].map((id) => `${id}@example.org`));
    await expectLedger(home, 3);
    expect((await ascpi(home, ['history', '-c', 'c0000'])).out).toContain('one-account');
  });

  ofFiles()('what it refuses is told, waits, and comes once when it is tried again', async () => {
    const sink = await mailSink({ mood: (offered) => (offered <= 10 && offered % 2 === 0 ? 'refuse' : 'take') });
    const home = await rosterOf(10, sink);
    const first = await ascpi(home, smtp);
    expect(first.code).toBe(1);
    expect(first.err.match(/^FAILED {2}c\d+: application-documents of .*: 451 try again later$/gm)).toHaveLength(5);
    expect(first.err.match(/^sent {2}c\d+: .*, to c\d+@example\.org$/gm)).toHaveLength(5);
    const second = await ascpi(home, smtp);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('5 failed before, and waits') });
    expect(sink.offered()).toBe(10);
    // Half an hour later by the clock of the program.
    const later = terminal({ home, day: '2026-12-16', env: { ASCPI_TODAY: '2026-12-15' } });
    expect((await later.run(...smtp)).code).toBe(0);
    expect(again(sink)).toBe(0);
    expect(sink.taken).toHaveLength(10);
    await expectLedger(home, 10);
  });

  ofFiles()(
    'where it hangs up before it answers, the same message comes again under the same id, and no other',
    async () => {
      const sink = await mailSink({
        mood: (offered) => (offered === 2 ? 'take and hang up' : offered === 4 ? 'hang up' : 'take'),
      });
      const home = await rosterOf(6, sink);
      expect((await ascpi(home, smtp)).code).toBe(1);
      const later = terminal({ home, day: '2026-12-16', env: { ASCPI_TODAY: '2026-12-15' } });
      expect((await later.run(...smtp)).code).toBe(0);
      expect(new Set(idsOf(sink)).size).toBe(6);
      expect(again(sink)).toBe(1);
      await expectLedger(home, 6);
    },
  );

  test('where nobody answers any more, it gives up and leaves the rest for the next run', async () => {
    const sink = await mailSink({ mood: (offered) => (offered <= 2 ? 'take' : 'hang up') });
    const home = await rosterOf(20, sink);
    const { code, out } = await ascpi(home, [...smtp, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      counts: { sent: 2, failed: 5, left: 13 },
      interrupted: expect.any(String),
    });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'at %s the message at hand is finished and the rest goes next time',
    async (signal) => {
      const sink = await mailSink({ slow: 150 });
      const home = await rosterOf(6, sink);
      const child = start(home, smtp);
      const end = ended(child);
      await sentLines(child, 2);
      child.kill(signal);
      const { code, err, out } = await end;
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(err).toContain('The rest goes out next time');
      expect(out).toContain(`Cut short by ${signal}`);
      const first = sink.taken.length;
      expect(first).toBeLessThan(6);
      expect([...(await ledger(home)).values()].filter((states) => states.at(-1) === 'sent')).toHaveLength(first);
      expect(await ascpi(home, smtp)).toMatchObject({ code: 0 });
      expect(sink.taken).toHaveLength(6);
      expect(again(sink)).toBe(0);
    },
  );

  ofFiles()('no more messages a minute go out than are allowed', async () => {
    const sink = await mailSink();
    const home = await rosterOf(4, sink, { perMinute: '120' });
    const begun = performance.now();
    expect(await ascpi(home, smtp)).toMatchObject({ code: 0 });
    // Three pauses of half a second; how much longer it takes is the machine's affair.
    expect(performance.now() - begun).toBeGreaterThan(1500);
    expect(sink.taken).toHaveLength(4);
  });

  ofFiles()('one that can not be reached fails before anything is recorded', async () => {
    const { home } = await roster(2);
    await mailTo(home, { port: 1 });
    const { code, err } = await ascpi(home, smtp);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^ascpi: can't use the mail server 127\.0\.0\.1:1: .*ECONNREFUSED.*Nothing was sent\.[^\n]*\n$/,
    );
    expect((await ledger(home)).size).toBe(0);
  });
});

describe.skipIf(isOnServer())('a mail server that is to be trusted', () => {
  const login = (given: { username?: string; password?: string }) =>
    given.username === 'ana' && given.password === 'hunter2x';
  const options = (own: { key: Buffer; cert: Buffer }, secure: boolean) => ({
    ...own,
    secure,
    authOptional: false,
    disabledCommands: [],
    onAuth: (auth: object, _: unknown, answer: (error: Error | null, response?: { user: string }) => void) =>
      login(auth) ? answer(null, { user: 'ana' }) : answer(Object.assign(new Error('no'), { responseCode: 535 })),
  });

  test.each([
    ['tls', true],
    ['starttls', false],
  ] as const)(
    '%s: a certificate that nobody vouches for is refused, one that is trusted is not; the password is never told',
    async (secure, implicit) => {
      const folder = join(temporaryHome(), '..');
      const own = selfSigned(folder);
      if (!own) return;
      const sink = await mailSink({ options: options(own, implicit) });
      const home = await rosterOf(2, sink, { secure, host: 'localhost', user: 'ana' });
      const trust = { NODE_EXTRA_CA_CERTS: own.path };
      const strange = await ascpi(home, smtp, { ASCPI_SMTP_PASSWORD: 'hunter2x' });
      expect(strange).toMatchObject({
        code: 1,
        err: expect.stringMatching(/can't use the mail server localhost:\d+: .*self-signed/i),
      });
      const wrong = await ascpi(home, smtp, { ...trust, ASCPI_SMTP_PASSWORD: 'wrong-one' });
      expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('535') });
      expect((await ledger(home)).size).toBe(0);
      const file = join(folder, 'password');
      writeFileSync(file, 'hunter2x\n');
      const right = await ascpi(home, smtp, { ...trust, ASCPI_SMTP_PASSWORD_FILE: file });
      expect(right).toMatchObject({ code: 0 });
      expect(sink.taken).toHaveLength(2);
      for (const { out, err } of [strange, wrong, right]) expect(out + err).not.toMatch(/hunter2x|wrong-one/);
    },
  );

  test('one that offers no encryption is refused', async () => {
    const sink = await mailSink();
    const home = await rosterOf(2, sink, { secure: 'starttls' });
    expect(await ascpi(home, smtp)).toMatchObject({ code: 1, err: expect.stringMatching(/STARTTLS/i) });
    expect(sink.taken).toHaveLength(0);
  });
});
