// Mail addresses: exactly one, plain enough to be written into a header without a second thought.
const LONGEST = 254;

/** Why a text is not one mail address, or undefined when it is. */
export function addressFault(text: string): string | undefined {
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (/[\s\p{Cc}\p{Cf}\p{Z}]/u.test(text)) return 'has a space or an invisible character';
  if (/[,;<>()[\]\\":]/.test(text)) return 'is not one plain address';
  return /^[^@]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)+$/u.test(
    text,
  )
    ? undefined
    : 'is not of the form name@example.org';
}

export interface Sender {
  /** empty where only the address was given */
  readonly name: string;
  readonly address: string;
}

/** Reads `Ana Cruz <ana@example.org>` or an address alone. Undefined when it is neither. */
export function parseSender(text: string): Sender | undefined {
  const [, given = '', inner] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = inner ?? text.trim();
  const name = given.trim().replace(/^"(.*)"$/, '$1');
  return addressFault(address) || /[\p{Cc}\p{Cf}"\\]/u.test(name) ? undefined : { name, address };
}
