// Hostile names in every channel: nobody gets a header, a recipient, a line or a file that is not theirs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { mailSink } from './mail-sink.ts';
import { ascpi, needBuild } from './remind-process.ts';
import { candidate, keepIn } from './remind-roster.ts';
import { temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);

const names = [
  'Maria "Bobby" Santos',
  'Santos, Maria <eve@example.org>, x',
  'eve@example.org; maria',
  '=?utf-8?q?Bcc=3A_eve=40example=2Eorg?=',
  'Maria\u202e gro.elpmaxe@eve\u202c',
  'Nguyễn 陈 👩‍👩‍👧‍👦 مريم',
  "'; DROP TABLE x; -- \\r\\nBcc: eve@example.org",
  '{owner} {nam} {{',
  '=cmd|calc!A0',
  `Z${'\u0335'.repeat(150)}`,
  'x'.repeat(200),
  '%0d%0aBcc:eve@example.org',
];

const emails = ["o'brien@example.org", 'maría@exämple.org', '-x@example.org', 'a!b#c$d%e&f@example.org'];

async function hostile(): Promise<string> {
  const home = temporaryHome();
  await keepIn(
    home,
    ...names.map((name, index) => candidate(`c${index}`, { name, owner: name.slice(0, 100) })),
    ...emails.map((email, index) => candidate(`e${index}`, { email })),
  );
  return home;
}

/** What a reader of mail that we did not write finds in each file. */
const READER = `
import email, email.header, email.policy, email.utils, json, sys
found = []
for path in sys.argv[1:]:
    message = email.message_from_binary_file(open(path, 'rb'), policy=email.policy.default)
    to = message['To'].addresses
    # The newer reader leaves a space between two encoded words, which does not belong there.
    older = email.message_from_binary_file(open(path, 'rb'))
    name = email.utils.parseaddr(older['To'])[0]
    name = str(email.header.make_header(email.header.decode_header(name)))
    found.append({'headers': sorted(key.lower() for key in message.keys()), 'to': [a.addr_spec for a in to],
      'names': [name], 'subject': message['Subject'], 'text': message.get_content(),
      'defects': [str(d) for d in message.defects]})
print(json.dumps(found))
`;

interface Read {
  readonly headers: readonly string[];
  readonly to: readonly string[];
  readonly names: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly defects: readonly string[];
}

function readMail(paths: readonly string[]): Read[] | undefined {
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-c', READER, ...paths], { encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const plain = (text: string) => text.replace(/[\u202a-\u202e]/g, '');

const usual = [
  ...['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from'],
  ...['message-id', 'mime-version', 'subject', 'to', 'x-unsent'],
];

test('as files, read by a mail reader that we did not write', async () => {
  const home = await hostile();
  const letters = join(home, '..', 'letters');
  expect((await ascpi(home, ['remind', '--send', 'eml', '-o', letters])).code).toBe(0);
  const paths = readdirSync(letters).map((name) => join(letters, name));
  expect(paths).toHaveLength((names.length + emails.length) * 2);
  for (const path of paths) {
    const raw = readFileSync(path, 'utf8');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
  }
  const found = readMail(paths);
  if (!found) return;
  for (const each of found) {
    expect(each.headers).toEqual(usual);
    expect(each.to).toHaveLength(1);
    expect(each.defects).toEqual([]);
    expect(each.to[0]).not.toContain('eve@');
    expect(each.subject).not.toMatch(/[\r\n]/);
    expect(each.text).not.toMatch(/[\u202a-\u202e]/);
  }
  for (const name of names) {
    const own = found.find((each) => each.text.includes(`Dear ${plain(name)},`));
    expect(own, name).toBeDefined();
    // Never as an encoding of other text.
    expect(own?.names[0]).toBe(plain(name).replaceAll('=?', '= ?'));
  }
});

test('to a mail server, each to its own recipient', async () => {
  const sink = await mailSink();
  const home = await hostile();
  const where = terminal({ home });
  for (const [key, value] of [
    ['mail.host', '127.0.0.1'],
    ['mail.port', String(sink.port)],
    ['mail.secure', 'none'],
    ['mail.from', '"Cruz, Ana; eve@example.org" <ana@example.org>'],
    ['mail.perMinute', '6000'],
  ] as const)
    expect((await where.run('config', 'set', key, value)).code).toBe(0);
  const { code, err } = await ascpi(home, ['remind', '--send', 'smtp', '--yes']);
  expect(code, err).toBe(0);
  expect(sink.taken).toHaveLength((names.length + emails.length) * 2);
  const to = sink.taken.map((each) => each.to);
  expect(to.every((each) => each.length === 1 && !each[0]?.startsWith('eve'))).toBe(true);
  expect(new Set(sink.taken.map(({ from }) => from))).toEqual(new Set(['ana@example.org']));
  for (const [index] of names.entries()) expect(to.flat()).toContain(`c${index}@example.org`);
  for (const { raw } of sink.taken) expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|cc):/im);
});

test('on the terminal, in every format, and in the lines of a sending', async () => {
  const home = await hostile();
  const where = terminal({ home });
  for (const argv of [['remind'], ['remind', '--format', 'markdown'], ['remind', '--send', 'print', '--dry-run']]) {
    const { code, out, err } = await where.run(...argv);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
  const { reminders } = (await where.json('remind')) as unknown as { reminders: { name: string; message: string }[] };
  expect(new Set(reminders.map(({ name }) => name)).size).toBe(names.length + emails.length);
  for (const { message } of reminders) expect(message.length).toBeLessThanOrEqual(160);
});

test('a folder that is a file, or a link where a message belongs, is never written through', async () => {
  const home = await hostile();
  const file = join(home, 'journeys', 'c0.json');
  const said = await ascpi(home, ['remind', '--send', 'eml', '-o', file]);
  expect(said).toMatchObject({ code: 2, err: expect.stringContaining('is not a folder') });
  const [once, letters, mine] = ['once', 'letters', 'mine'].map((name) => join(home, '..', name)) as [
    string,
    string,
    string,
  ];
  const other = await hostile();
  await ascpi(other, ['remind', '--send', 'eml', '-o', once]);
  mkdirSync(letters);
  writeFileSync(mine, 'mine');
  for (const name of readdirSync(once)) symlinkSync(mine, join(letters, name));
  const linked = await ascpi(home, ['remind', '--send', 'eml', '-o', letters]);
  expect(linked).toMatchObject({ code: 1, err: expect.stringContaining('is in the way') });
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});
