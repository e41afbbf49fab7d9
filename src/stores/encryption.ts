// Encrypts a file with a passphrase: scrypt makes the key, AES-256-GCM encrypts and notices every change.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { readShape } from '../domain/shape.ts';
import type { Found } from './read-json.ts';

const MAGIC = 'ascpi-encrypted 1\n';
/** 128 MB and about half a second for each guess */
const COST = { N: 2 ** 17, r: 8, p: 1 };
/** A header from a stranger may ask for twice of it, 256 MB, and no more. */
const MOST = { N: 2 ** 18, r: 8, p: 1 };
const LONGEST_HEADER = 1000;
const KEY = 32;
const CHECK = 8;
const TAG = 16;

const bytes = (length: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$`), 'is not of its length'));
const headerShape = v.strictObject({
  kdf: v.literal('scrypt'),
  N: v.pipe(
    v.number(),
    v.check((n) => Number.isInteger(Math.log2(n)) && n >= 2 ** 10 && n <= MOST.N, 'is out of bounds'),
  ),
  r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.r)),
  p: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.p)),
  cipher: v.literal('aes-256-gcm'),
  salt: bytes(16),
  nonce: bytes(12),
  /** tells a wrong passphrase from a changed file; says nothing about the key */
  check: bytes(CHECK),
});
type Header = v.InferOutput<typeof headerShape>;

export const isEncrypted = (file: Uint8Array): boolean =>
  Buffer.from(file.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;

/** The header is one line of JSON and a part of what is sealed; the tag is at the end. */
export function encrypt(content: Uint8Array, passphrase: string): Buffer {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const { key, check } = derive(passphrase, salt, COST);
  const header = {
    kdf: 'scrypt',
    ...COST,
    cipher: 'aes-256-gcm',
    salt: salt.toString('base64url'),
    nonce: nonce.toString('base64url'),
    check: check.toString('base64url'),
  };
  const head = Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Fails with `usage` on a wrong passphrase. */
export function decrypt(file: Uint8Array, passphrase: string): Found<Buffer> {
  const whole = Buffer.from(file);
  const end = whole.subarray(0, LONGEST_HEADER).indexOf('\n', MAGIC.length) + 1;
  const header = end === 0 ? undefined : headerIn(whole.toString('utf8', MAGIC.length, end));
  if (!header || whole.length < end + TAG) return { fault: 'it is cut short, or was changed' };
  const { key, check } = derive(passphrase, Buffer.from(header.salt, 'base64url'), header);
  if (!timingSafeEqual(check, Buffer.from(header.check, 'base64url'))) {
    throw new Failure('usage', 'this passphrase does not open it', 'Check the passphrase; there is no other way in');
  }
  try {
    const nonce = Buffer.from(header.nonce, 'base64url');
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    cipher.setAAD(whole.subarray(0, end));
    cipher.setAuthTag(whole.subarray(-TAG));
    return { value: Buffer.concat([cipher.update(whole.subarray(end, -TAG)), cipher.final()]) };
  } catch {
    return { fault: 'it is cut short, or was changed after it was written' };
  }
}

function headerIn(line: string): Header | undefined {
  try {
    const shaped = readShape(headerShape, JSON.parse(line));
    return shaped.ok ? shaped.value : undefined;
  } catch {
    return undefined;
  }
}

function derive(passphrase: string, salt: Buffer, { N, r, p }: Pick<Header, 'N' | 'r' | 'p'>) {
  // The same words typed on another system may come in another form.
  const typed = passphrase.normalize('NFC');
  const made = scryptSync(typed, salt, KEY + CHECK, { N, r, p, maxmem: 130 * N * r * p + 2 ** 20 });
  return { key: made.subarray(0, KEY), check: made.subarray(KEY) };
}
