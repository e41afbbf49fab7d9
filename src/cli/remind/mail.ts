// Mail: letters as messages, written out whole or handed to a server. The one file that imports nodemailer.
import { createTransport } from 'nodemailer';
import type { Sender } from '../../domain/mail-address.ts';
import type { Letter } from './letter.ts';
import { plain } from './letter-words.ts';

export interface Envelope {
  readonly from: Sender;
  /** one plain address */
  readonly to: string;
  readonly date: Date;
}

/** Addresses as objects: given as text, one address with a semicolon in it would become two. */
const messageOf = ({ digest, subject, text, fields }: Letter, { from, to, date }: Envelope) => ({
  from: { name: from.name, address: from.address },
  to: { name: literally(plain(fields.name)), address: to },
  envelope: { from: from.address, to: [to] },
  subject: literally(subject),
  text,
  date,
  messageId: messageId(digest),
  headers: { 'Auto-Submitted': 'auto-generated' },
  xMailer: false as const,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** What would pass for the encoding of other text is to be read as it was written. */
const literally = (text: string): string => text.replaceAll('=?', '= ?');

/** The same for the same letter, however often it is tried. */
const messageId = (digest: string): string => `<${digest}@ascpi.invalid>`;

/** The bytes of the message, with the line ends of mail. */
export async function written(letter: Letter, envelope: Envelope): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const message = messageOf(letter, envelope);
  // Mail programs then open it as a draft, to be sent from the reader's own account.
  const headers = { ...message.headers, 'X-Unsent': '1' };
  const { message: bytes } = await transport.sendMail({ ...message, headers });
  return bytes as Buffer;
}

export interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: 'tls' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

export interface MailServer {
  /** Connects and logs in; fails with what the library or the server says. */
  readonly check: () => Promise<void>;
  readonly send: (letter: Letter, envelope: Envelope) => Promise<void>;
}

const PATIENCE_MS = 15_000;
const LONGEST_SILENCE_MS = 60_000;

/** Each message has a connection of its own: one that breaks takes no other message with it. */
export function mailServer({ host, port, secure, login }: Server): MailServer {
  const transport = createTransport({
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: LONGEST_SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    check: async () => void (await transport.verify()),
    send: async (letter, envelope) => void (await transport.sendMail(messageOf(letter, envelope))),
  };
}
