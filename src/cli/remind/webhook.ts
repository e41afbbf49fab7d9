// Delivery to a program: one signed JSON document a message, posted to an address that never sends us on to another.
import { createHmac } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import { webhookUrl } from '../delivery-settings.ts';
import type { Run } from '../run.ts';
import { type Delivered, type Delivery, reasonOf } from './delivery.ts';
import type { Letter } from './letter.ts';
import { secretFrom } from './secret.ts';

const PATIENCE_MS = 15_000;

export function webhookDelivery(run: Run): Delivery {
  const given = run.settings()['webhook.url'];
  if (!given)
    throw new Failure(
      'usage',
      'webhook.url is not set',
      'Set it: ascpi config set webhook.url https://example.org/reminders',
    );
  const url = webhookUrl(given);
  const secret = secretFrom(run.context, 'ASCPI_WEBHOOK_SECRET');
  if (!secret)
    throw new Failure(
      'usage',
      'the secret that signs the messages is not set',
      'Set ASCPI_WEBHOOK_SECRET, or ASCPI_WEBHOOK_SECRET_FILE to the path of a file that holds it',
    );
  return {
    pace: 0,
    together: 1,
    refusal: () => undefined,
    open: async () => {},
    deliver: (letter) => post(url, bodyOf(letter), secret, letter.digest),
  };
}

/** What is posted; fields are only ever added. */
function bodyOf({ key, reminder, journey, subject, text, short }: Letter): string {
  const { profile } = journey;
  const { source } = reminder;
  return JSON.stringify({
    schema: 'ascpi/reminder@1',
    key,
    candidate: { id: journey.id, name: profile.name, email: profile.email ?? null, owner: profile.owner ?? null },
    date: {
      id: reminder.date,
      title: reminder.title,
      kind: source?.kind,
      due: reminder.due,
      basis: source?.basis,
      provisional: source?.provisional,
    },
    rung: reminder.rung,
    message: { subject, text, short },
  });
}

async function post(url: string, body: string, secret: string, digest: string): Promise<Delivered> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'ascpi',
        'Idempotency-Key': digest,
        'X-Ascpi-Signature': `sha256=${signature}`,
      },
      // Whoever answers there could send names and addresses anywhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (response.ok) return { to: new URL(url).host };
    const isRedirect = response.status >= 300 && response.status < 400;
    const answer = isRedirect
      ? `redirects (${response.status}), and that is not followed`
      : `answered ${response.status}`;
    return { failed: `it ${answer}`, silent: false };
  } catch (error) {
    return { failed: said(error), silent: true };
  }
}

function said(error: unknown): string {
  const { cause, name, message } = error as Error;
  if (name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} seconds`;
  const inner = cause as { code?: string; message?: string } | undefined;
  return reasonOf([inner?.code, inner?.message ?? message].filter(Boolean).join(': '));
}
