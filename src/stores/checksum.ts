// A checksum at the end of a JSON file: one changed byte, which may still read well, does not pass for what was recorded.

// Of signed numbers: larger ones are objects to the interpreter.
const TABLE = new Int32Array(256);
// Each row of bits doubles the table: what stands for two bits together is what stands for each, by exclusive or.
for (let bit = 128, rest = 1; bit > 0; bit >>>= 1) {
  rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  for (let other = 0; other < 256; other += 2 * bit) TABLE[bit + other] = rest ^ (TABLE[other] as number);
}

/** CRC-32 as in zip and PNG. By hand, because loading Node's own takes longer than all the rest of reading a journey. */
export const crc32 = (bytes: Uint8Array): string => written(restOf(bytes, bytes.length));

const written = (rest: number): string => (~rest >>> 0).toString(16).padStart(8, '0');

/** What remains of the first bytes; from it others may go on. */
function restOf(bytes: Uint8Array, length: number, before = -1): number {
  let rest = before;
  let index = 0;
  // Four at a time: a tighter loop looks hot after ten journeys, and optimizing it takes longer than those.
  for (const last = length - 4; index <= last; index += 4) {
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[index] as number)) & 0xff] as number);
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[index + 1] as number)) & 0xff] as number);
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[index + 2] as number)) & 0xff] as number);
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[index + 3] as number)) & 0xff] as number);
  }
  for (; index < length; index += 1) {
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[index] as number)) & 0xff] as number);
  }
  return rest;
}

const END = '\n}\n';
const END_BYTES = Buffer.from(END);
const SEAL = /,\n {2}"checksum": "([0-9a-f]{8})"\n\}\n$/;
/** bytes from the comma to the end */
const SEAL_LENGTH = ',\n  "checksum": "00000000"\n}\n'.length;

/** The text of an object, as JSON.stringify writes it with two spaces and a line feed, with its checksum as last member. */
export const sealed = (text: string): string =>
  `${text.slice(0, -END.length)},\n  "checksum": "${crc32(Buffer.from(text))}"${END}`;

/** The checksum at the end, be it right or wrong. */
const sealOf = (bytes: Buffer): string | undefined =>
  SEAL.exec(bytes.toString('latin1', Math.max(0, bytes.length - SEAL_LENGTH)))?.[1];

/** Whether there is a checksum at the end, be it right or wrong. */
export const isSealed = (bytes: Buffer): boolean => sealOf(bytes) !== undefined;

/** The text without its checksum, as it is where there is none; undefined where the two do not fit. */
export function unsealed(bytes: Buffer): string | undefined {
  const seal = sealOf(bytes);
  return seal === undefined ? bytes.toString('utf8') : textUnder(seal, bytes);
}

/** The text without its checksum; undefined where there is none, or the two do not fit. */
export function textOfSealed(bytes: Buffer): string | undefined {
  const seal = sealOf(bytes);
  return seal === undefined ? undefined : textUnder(seal, bytes);
}

function textUnder(seal: string, bytes: Buffer): string | undefined {
  const length = bytes.length - SEAL_LENGTH;
  const checksum = written(restOf(END_BYTES, END.length, restOf(bytes, length)));
  return checksum === seal ? `${bytes.toString('utf8', 0, length)}${END}` : undefined;
}
