// Papers by commands: how far each has come, what it ticks, and the checks of names, letters and files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookedJourney, temporaryHome, terminal } from './terminal.ts';

interface Paper {
  readonly id: string;
  readonly state: string | null;
  readonly days: number | null;
  readonly ticked: string | null;
  readonly validUntil: string | null;
}

async function applied() {
  const where = terminal({ day: '2026-10-27' });
  await where.run('start', '--name', 'Maria Santos', '--country', 'PH');
  await where.run('done', 'eligibility', '--route', '1', '--on', '2026-09-01');
  await where.run('done', 'application', '--on', '2026-10-01');
  return where;
}
const papers = async (where: ReturnType<typeof terminal>) =>
  (await where.json('documents'))['documents'] as unknown as Paper[];

test('the papers of the route are listed, and how long ago each came so far', async () => {
  const where = await applied();
  expect((await papers(where)).map(({ id }) => id)).toContain('transcript-from-school');
  await where.run('documents', 'record', 'transcript-from-school', 'sent', '--on', '2026-10-05', '--from', 'UST');
  expect(await papers(where)).toContainEqual(
    expect.objectContaining({ id: 'transcript-from-school', state: 'sent', days: 22, ticked: null }),
  );
  const text = (await where.run('documents')).out;
  expect(text).toContain('sent, 22 days ago');
  expect(text).toContain('by UST');
  expect((await where.run('status')).out.replace(/\s+/g, ' ')).toContain('check who sent it and under which name');
});

test('one that was received is ticked, with its last day, and collides with a plan like a ticked one', async () => {
  const where = await applied();
  await where.run('documents', 'record', 'passport', 'received', '--valid-until', '2026-11-30');
  expect(await papers(where)).toContainEqual(
    expect.objectContaining({ id: 'passport', ticked: '2026-10-27', validUntil: '2026-11-30' }),
  );
  expect((await where.run('plan')).out).toContain('passport');
  await where.run('check', 'passport', '--off');
  expect(await papers(where)).toContainEqual(expect.objectContaining({ id: 'passport', ticked: null }));
});

test('one that came before it was sent is refused; forced, it stays a warning until it is corrected', async () => {
  const where = await applied();
  const recorded = (state: string, on: string, ...argv: string[]) =>
    where.run('documents', 'record', 'transcript-from-school', state, '--on', on, ...argv);
  await recorded('sent', '2026-10-12');
  const refused = await recorded('received', '2026-10-05');
  expect({ code: refused.code, out: refused.out }).toEqual({ code: 2, out: '' });
  expect(refused.err).toContain('cannot be received on 2026-10-05, before it was sent on 2026-10-12');
  expect((await recorded('requested', '2026-10-20')).code, 'asked for after it was sent').toBe(2);
  expect((await recorded('received', '2026-10-05', '--force')).code).toBe(0);
  expect(JSON.stringify(await where.json('status'))).toContain('"paper-order-transcript-from-school"');
  expect((await recorded('received', '2026-10-12')).code, 'the same day').toBe(0);
  expect(JSON.stringify(await where.json('status'))).not.toContain('paper-order');
});

test('every paper that a route asks for, issues or ends can be recorded', async () => {
  const where = await applied();
  for (const paper of ['route-form', 'training-form', 'english-test', 'amt-evaluation']) {
    expect((await where.run('documents', 'record', paper, 'requested')).code, paper).toBe(0);
  }
});

test('it is in the history, and undo takes it back', async () => {
  const where = await applied();
  await where.run('documents', 'record', 'passport', 'received', '--name', 'Maria C. Santos');
  expect((await where.run('history')).out).toContain('under the name Maria C. Santos');
  await where.run('undo');
  expect((await papers(where)).find(({ id }) => id === 'passport')).toBeUndefined();
});

test.each([
  [['record', 'pasport', 'sent'], /Did you mean passport/],
  [
    ['record', 'one-account', 'sent'],
    /"one-account" is not a paper\. Tick it once it is done: ascpi check one-account/,
  ],
  [['record', 'record-expiry', 'received'], /is not a paper/],
  [['record', 'passport', 'send'], /"send" is not how far a paper comes\. Did you mean sent\?/],
  [['record', 'passport', 'sent', '--on', '2026-10-28'], /after today/],
  [['record', 'passport', 'received', '--valid-until', '2026-10-01'], /would have ended on 2026-10-01/],
  [['names'], /there is only one name/],
  [['names', '--account', ''], /--account is empty/],
  [['letter', '--handwritten', 'maybe'], /Give yes or no/],
  [['file', '/no/such/file.pdf'], /is not there/],
  [['file', '/'], /it is a folder/],
  [['upload'], /there is no command "documents upload"/],
])('documents %j is refused', async (argv, message) => {
  const where = await applied();
  const { code, out, err } = await where.run('documents', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});

test('names: what is not typed is taken from the journey and its papers', async () => {
  const where = await applied();
  await where.run('documents', 'record', 'transcript-from-school', 'sent', '--name', 'Maria Cruz');
  const { names, comparisons } = await where.json('documents', 'names');
  expect(names).toEqual([
    { where: 'transcript', name: 'Maria Cruz' },
    { where: 'journey', name: 'Maria Santos' },
  ]);
  expect(comparisons).toEqual([expect.objectContaining({ likeness: 'part-differs' })]);
  expect((await where.run('documents', 'names', '--check')).code).toBe(4);
  expect((await where.run('documents', 'names', '--transcript', 'MARÍA SANTOS', '--check')).code).toBe(0);
});

test('names and letters need no journey', async () => {
  const where = terminal();
  expect((await where.run('documents', 'names', '--account', 'A B', '--passport', 'B A', '--check')).code).toBe(4);
  expect((await where.run('documents', 'letter', '--handwritten', 'no', '--check')).code).toBe(4);
  expect((await where.run('documents', 'letter', '--handwritten', 'yes', '--check')).code).toBe(0);
});

test('a file is read here: a photo with the name of a PDF is found out', async () => {
  const folder = temporaryHome();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'passport.pdf');
  writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  const where = terminal();
  const said = await where.run('documents', 'file', path, '--check');
  expect(said.code).toBe(4);
  expect(said.out).toContain('It is a photo (JPEG), not a PDF');
  writeFileSync(path, '%PDF-1.4\n%%EOF\n');
  expect((await where.run('documents', 'file', path, '--check')).code).toBe(0);
});

test('who has booked the exam is not asked for a transcript', async () => {
  const where = terminal();
  await bookedJourney(where);
  expect((await where.run('documents')).code).toBe(0);
});
