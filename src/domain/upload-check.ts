// Whether a file can be uploaded as a paper: really a PDF, whole, not locked, not too large.

export interface UploadFinding {
  readonly id: 'type' | 'whole' | 'locked' | 'size';
  readonly level: 'ok' | 'fail' | 'unknown';
  readonly message: string;
}

/** What the first bytes of other files say. */
const SIGNATURES: readonly (readonly [begin: string, what: string])[] = [
  ['\xff\xd8\xff', 'a photo (JPEG)'],
  ['\x89PNG', 'a picture (PNG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['PK\x03\x04', 'a Word file or an archive'],
  ['\xd0\xcf\x11\xe0', 'an old Word file'],
  ['{\\rtf', 'a rich text file'],
  ['<!DOCTYPE', 'a web page'],
  ['<html', 'a web page'],
];

const PDF = '%PDF-';
const END = '%%EOF';

/** `bytes` is the file as Latin-1 text, one character a byte; the limit is in megabytes, undefined where it is not known. */
export function checkUpload(bytes: string, limit: number | undefined): UploadFinding[] {
  const size = sizeOf(bytes.length, limit);
  if (!bytes.startsWith(PDF))
    return [{ id: 'type', level: 'fail', message: `it is ${whatIs(bytes)}, not a PDF` }, size];
  const whole = bytes.slice(-2048).includes(END);
  const locked = /\/Encrypt\b/.test(bytes);
  return [
    { id: 'type', level: 'ok', message: 'it is a PDF' },
    whole
      ? { id: 'whole', level: 'ok', message: 'it is whole' }
      : { id: 'whole', level: 'fail', message: 'its end is missing: it was cut short, perhaps by a download' },
    locked
      ? { id: 'locked', level: 'fail', message: 'it is locked: save a copy without a password' }
      : { id: 'locked', level: 'ok', message: 'it is not locked' },
    size,
  ];
}

function whatIs(bytes: string): string {
  if (bytes === '') return 'empty';
  const head = bytes.slice(0, 16);
  const found = SIGNATURES.find(([begin]) => head.toLowerCase().startsWith(begin.toLowerCase()));
  return found?.[1] ?? 'something else';
}

const MEGABYTE = 1_000_000;

function sizeOf(length: number, limit: number | undefined): UploadFinding {
  const megabytes = (length / MEGABYTE).toFixed(1);
  if (limit === undefined)
    return { id: 'size', level: 'unknown', message: `it has ${megabytes} MB; the limit is not known` };
  return length > limit * MEGABYTE
    ? { id: 'size', level: 'fail', message: `it has ${megabytes} MB, more than ${limit} MB` }
    : { id: 'size', level: 'ok', message: `it has ${megabytes} MB, at most ${limit} MB are taken` };
}
