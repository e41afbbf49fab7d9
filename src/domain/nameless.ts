// A handle of a journey that does not say whose it is: ids are often made from names, and calendars are shared.

const PRIMES = [0x85ebca6b, 0xc2b2ae35] as const;

/** 16 characters that are the same for the same id everywhere. It hides a name from eyes, not from those who try names. */
export const namelessHandle = (id: string): string => PRIMES.map((prime) => mixed(id, prime)).join('');

/** FNV-1a with a last mix, in 32 bits. */
function mixed(text: string, prime: number): string {
  let hash = 0x811c9dc5 ^ prime;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), prime);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
