// Delivery to a program: signed, idempotent, never redirected, never in the clear to another machine.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { ascpi, ended, ledger, needBuild, selfSigned, start } from './remind-process.ts';
import { rosterIn } from './remind-roster.ts';
import { temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);

const SECRET = { ASCPI_WEBHOOK_SECRET: 'a secret of the test' };
const webhook = ['remind', '--send', 'webhook', '--yes'];

interface Posted {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Hook {
  readonly url: string;
  readonly posted: readonly Posted[];
}

type Answer = (response: ServerResponse, count: number) => void;
const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end('ok');

async function hook(answer: Answer = status(204), own?: { key: Buffer; cert: Buffer }): Promise<Hook> {
  const posted: Posted[] = [];
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      posted.push({ path: request.url ?? '', headers: request.headers, body });
      answer(response, posted.length);
    });
  };
  const server: Server = own ? createTlsServer(own, listen) : createServer(listen);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${own ? 'https' : 'http'}://localhost:${port}/hook?team=7`, posted };
}

async function rosterFor(size: number, { url }: Hook): Promise<string> {
  const home = temporaryHome();
  await rosterIn(home, size);
  const { code, err } = await terminal({ home }).run('config', 'set', 'webhook.url', url);
  if (code !== 0) throw new Error(err);
  return home;
}

const keysOf = ({ posted }: Hook) => posted.map(({ headers }) => String(headers['idempotency-key']));

test('each message is posted once, signed, with what a program needs to deliver it', async () => {
  const there = await hook();
  const home = await rosterFor(3, there);
  expect((await ascpi(home, ['remind', '--send', 'webhook'], SECRET)).out).toContain('Would be sent by webhook');
  expect(there.posted).toHaveLength(0);
  expect(await ascpi(home, webhook, SECRET)).toMatchObject({ code: 0 });
  expect(await ascpi(home, webhook, SECRET)).toMatchObject({ code: 0 });
  expect(there.posted).toHaveLength(3);
  for (const { body, headers, path } of there.posted) {
    expect(path).toBe('/hook?team=7');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const signature = createHmac('sha256', SECRET.ASCPI_WEBHOOK_SECRET).update(body).digest('hex');
    expect(headers['x-ascpi-signature']).toBe(`sha256=${signature}`);
  }
  expect(new Set(keysOf(there)).size).toBe(3);
  expect(JSON.parse(there.posted[0]?.body ?? '')).toEqual({
    schema: 'ascpi/reminder@1',
    key: 'c0000/application-documents/2027-01-26/60/webhook',
    candidate: { id: 'c0000', name: 'Name of c0000', email: 'c0000@example.org', owner: null },
    date: {
      id: 'application-documents',
      title: 'Documents due',
      kind: 'deadline',
      due: '2027-01-26',
      basis: 'rule',
      provisional: true,
    },
    rung: 60,
    message: {
      subject: expect.stringContaining('Documents due'),
      text: expect.stringContaining('Dear Name of c0000,'),
      short: expect.stringMatching(/^.{1,160}$/),
    },
  });
});

test('a redirect is a failure and is never followed', async () => {
  const other = await hook();
  const there = await hook(status(307, { Location: other.url }));
  const home = await rosterFor(2, there);
  const { code, err } = await ascpi(home, webhook, SECRET);
  expect(code).toBe(1);
  expect(err).toMatch(/^FAILED {2}c0000: .*: it redirects \(307\), and that is not followed$/m);
  expect(other.posted).toHaveLength(0);
});

test('what it answers with an error waits, and is then posted again under the same key', async () => {
  const there = await hook((response, count) => status(count === 1 ? 500 : 200)(response, count));
  const home = await rosterFor(2, there);
  const { code, err } = await ascpi(home, webhook, SECRET);
  expect(code).toBe(1);
  expect(err).toMatch(/it answered 500$/m);
  expect(await ascpi(home, webhook, SECRET)).toMatchObject({ code: 0 });
  expect(there.posted).toHaveLength(2);
  const later = terminal({ home, day: '2026-12-16', env: { ASCPI_TODAY: '2026-12-15', ...SECRET } });
  expect((await later.run(...webhook)).code).toBe(0);
  expect(there.posted).toHaveLength(3);
  expect(new Set(keysOf(there)).size).toBe(2);
  expect(keysOf(there)[2]).toBe(keysOf(there)[0]);
});

test('killed after it was posted and before that was kept, it is posted again under the same key', async () => {
  const there = await hook((response, count) => {
    if (count !== 2) status(200)(response, count);
  });
  const home = await rosterFor(3, there);
  const child = start(home, webhook, SECRET);
  const end = ended(child);
  while (there.posted.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await end;
  expect(await ascpi(home, webhook, SECRET)).toMatchObject({ code: 0 });
  expect(there.posted).toHaveLength(4);
  expect(keysOf(there)[2]).toBe(keysOf(there)[1]);
  expect(
    [...(await ledger(home)).values()].every((states) => states.filter((state) => state === 'sent').length === 1),
  ).toBe(true);
});

test('a certificate that nobody vouches for is refused, and a connection that breaks is told', async () => {
  const own = selfSigned(join(temporaryHome(), '..'));
  if (!own) return;
  const there = await hook(status(200), own);
  const home = await rosterFor(1, there);
  const strange = await ascpi(home, webhook, SECRET);
  expect(strange).toMatchObject({ code: 1, err: expect.stringMatching(/self.signed/i) });
  expect(there.posted).toHaveLength(0);
  const trusted = await rosterFor(1, there);
  expect(await ascpi(trusted, webhook, { ...SECRET, NODE_EXTRA_CA_CERTS: own.path })).toMatchObject({ code: 0 });
  const broken = await hook((response) => void response.destroy());
  const cut = await ascpi(await rosterFor(1, broken), webhook, SECRET);
  expect(cut).toMatchObject({ code: 1, err: expect.stringMatching(/^FAILED .*(socket|other side closed)/im) });
});

test('without a secret nothing is posted, and the secret is never told', async () => {
  const there = await hook(status(500));
  const home = await rosterFor(1, there);
  const missing = await ascpi(home, webhook);
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('ASCPI_WEBHOOK_SECRET_FILE') });
  expect(there.posted).toHaveLength(0);
  const { out, err } = await ascpi(home, [...webhook, '--debug', '--json'], SECRET);
  expect(out + err).not.toContain(SECRET.ASCPI_WEBHOOK_SECRET);
});
