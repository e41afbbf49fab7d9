// The settings of mail and webhook as they are typed, each refused with the form it should have.
import { Failure, quote } from '../domain/failure.ts';
import { parseSender } from '../domain/mail-address.ts';
import { mailSecurity } from '../stores/settings.ts';

const refusal = (text: string, why: string, hint: string) => new Failure('usage', `${quote(text)} ${why}`, hint);

/** Names of this machine, where nothing can be overheard on the way. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host.replace(/\.$/, ''));

function mailHost(text: string): string {
  if (/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text)) return text;
  if (text === '::1') return text;
  throw refusal(text, 'is not the name of a mail server', 'Write it like smtp.example.org, without a port');
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw refusal(text, 'is not a number that fits here', `Give a whole number from ${least} to ${most}`);
};

function mailSecure(text: string): string {
  const known = mailSecurity.find((each) => each === text.toLowerCase());
  if (known) return known;
  throw refusal(text, 'is not a way to secure mail', `Give ${mailSecurity.join(', ')}; none is for this machine alone`);
}

function mailFrom(text: string): string {
  if (text.length <= 500 && parseSender(text)) return text.trim();
  throw refusal(text, 'is not one sender', 'Write it like "Ana Cruz <ana@example.org>"');
}

function mailUser(text: string): string {
  if (/^[^\p{Cc}]{1,300}$/u.test(text)) return text;
  throw refusal(text, 'is not a name to log in with', 'Give it as the mail server knows it');
}

/** An https address, or http on this machine. Fails with `usage`. */
export function webhookUrl(text: string): string {
  const url = text.length <= 2000 && URL.canParse(text) ? new URL(text) : undefined;
  const hint = 'Give an address like https://example.org/reminders';
  if (!url || !/^https?:$/.test(url.protocol)) throw refusal(text, 'is not an address of the web', hint);
  // Not repeated: what stands before the @ may be a password.
  if (url.username || url.password)
    throw new Failure(
      'usage',
      'an address with a password in it is not kept',
      `${hint}, and sign with ASCPI_WEBHOOK_SECRET`,
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw refusal(text, 'is not encrypted on its way', 'Give an https address; http is for this machine alone');
  if (url.hash) throw refusal(text, 'has a part after #, which no server sees', hint);
  return url.href;
}

export const deliveryKeys = {
  'mail.host': { summary: 'the server that takes mail', read: mailHost },
  'mail.port': { summary: 'its port; 587, with tls 465, with none 25 unless given', read: wholeNumber(1, 65_535) },
  'mail.secure': { summary: 'tls, starttls (unless given) or none', read: mailSecure },
  'mail.from': { summary: 'who sends: Ana Cruz <ana@example.org>', read: mailFrom },
  'mail.user': { summary: 'who logs in there', read: mailUser },
  'mail.perMinute': { summary: 'messages a minute at most; 30 unless given', read: wholeNumber(1, 6000) },
  'webhook.url': { summary: 'where reminders are posted', read: webhookUrl },
} as const;

/** What somebody may try to keep in the settings, and the variable it belongs into. */
export const secretKeys: Readonly<Record<string, string>> = {
  'mail.password': 'ASCPI_SMTP_PASSWORD',
  'mail.pass': 'ASCPI_SMTP_PASSWORD',
  'webhook.secret': 'ASCPI_WEBHOOK_SECRET',
};
