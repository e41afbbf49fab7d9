// Delivery by a mail server: where it is, who logs in, and how fast.
import { Failure } from '../../domain/failure.ts';
import { parseSender } from '../../domain/mail-address.ts';
import { isLoopback } from '../delivery-settings.ts';
import type { Run } from '../run.ts';
import { type Delivery, NO_ADDRESS, reasonOf } from './delivery.ts';
import { mailServer, type Server } from './mail.ts';
import { secretFrom } from './secret.ts';

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;
const A_MINUTE = 60_000;
const USUAL_PER_MINUTE = 30;

export function smtpDelivery(run: Run): Delivery {
  const settings = run.settings();
  const from = parseSender(settings['mail.from'] ?? '');
  if (!from) throw unset('mail.from', '"Ana Cruz <ana@example.org>"');
  const server = serverOf(run);
  const mail = mailServer(server);
  const place = `the mail server ${server.host}:${server.port}`;
  return {
    pace: A_MINUTE / (settings['mail.perMinute'] ?? USUAL_PER_MINUTE),
    together: 1,
    refusal: ({ journey }) => (journey.profile.email ? undefined : NO_ADDRESS),
    open: async () => {
      try {
        await mail.check();
      } catch (error) {
        const hint = 'Nothing was sent. Check mail.host, mail.port, mail.secure and mail.user: ascpi config';
        throw new Failure('machine', `can't use ${place}: ${said(error)}`, hint, error);
      }
    },
    deliver: async (letter) => {
      const to = letter.journey.profile.email ?? '';
      try {
        await mail.send(letter, { from, to, date: run.context.now() });
        return { to };
      } catch (error) {
        return { failed: said(error), silent: (error as { response?: string }).response === undefined };
      }
    },
  };
}

/** Fails with `usage` where something is missing, or would go over the network in the clear. */
function serverOf({ settings, context }: Run): Server {
  const { 'mail.host': host, 'mail.secure': secure = 'starttls', 'mail.user': user, 'mail.port': port } = settings();
  if (!host) throw unset('mail.host', 'smtp.example.org');
  if (secure === 'none' && !isLoopback(host)) {
    const message = `mail.secure is none, and ${host} is not this machine: everybody on the way could read the messages`;
    throw new Failure('usage', message, 'Set it: ascpi config set mail.secure starttls');
  }
  const password = user === undefined ? undefined : secretFrom(context, 'ASCPI_SMTP_PASSWORD');
  if (user !== undefined && password === undefined)
    throw new Failure(
      'usage',
      'mail.user is set and its password is not',
      'Set ASCPI_SMTP_PASSWORD, or ASCPI_SMTP_PASSWORD_FILE to the path of a file that holds it',
    );
  const login = user === undefined ? undefined : { user, password: password ?? '' };
  return { host, secure, port: port ?? PORTS[secure], login };
}

const unset = (key: string, example: string) =>
  new Failure('usage', `${key} is not set`, `Set it: ascpi config set ${key} ${example}`);

/** What the server answered, else what the library says. */
function said(error: unknown): string {
  const { response, message, code } = error as { response?: string; message?: string; code?: string };
  // The answer alone would not say to what.
  return reasonOf((code === 'ETLS' ? message : response) ?? message ?? code ?? '');
}
