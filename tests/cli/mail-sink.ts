// A real mail server that keeps what it takes, and misbehaves where a test asks it to.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Taken {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface Sink {
  readonly port: number;
  /** what was taken, whether the client heard of it or not */
  readonly taken: readonly Taken[];
  /** how often a message was offered */
  readonly offered: () => number;
}

/** What to do with a message: take it, refuse it, or take it and hang up before saying so. */
export type Mood = 'take' | 'refuse' | 'hang up' | 'take and hang up';

export interface Manners {
  readonly mood?: (offered: number, to: string) => Mood | Promise<Mood>;
  /** milliseconds before each answer to a message */
  readonly slow?: number;
  readonly options?: SMTPServerOptions;
}

export async function mailSink({ mood = () => 'take', slow = 0, options = {} }: Manners = {}): Promise<Sink> {
  const taken: Taken[] = [];
  let offered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    ...options,
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        offered += 1;
        const what = await mood(offered, to[0] ?? '');
        if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
        if (what.startsWith('take')) {
          const id = /^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? '';
          taken.push({ id, from: mailFrom ? mailFrom.address : '', to, raw });
        }
        if (what.endsWith('hang up')) hangUp(server, session.id);
        else answer(what === 'refuse' ? Object.assign(new Error('try again later'), { responseCode: 451 }) : null);
      });
    },
  });
  // A client that is killed, or that will not trust us, is no fault of ours.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, offered: () => offered };
}

function hangUp(server: SMTPServer, id: string): void {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy: () => void } }> })
    .connections;
  for (const connection of connections) if (connection.id === id) connection._socket.destroy();
}
