// Files before an upload: what they really are by their bytes, whatever their name says.
import { expect, test } from 'vitest';
import { checkUpload } from '../../src/domain/upload-check.ts';

const pdf = '%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n';
const failed = (bytes: string, limit: number | undefined = 10) =>
  checkUpload(bytes, limit)
    .filter(({ level }) => level === 'fail')
    .map(({ id, message }) => `${id}: ${message}`);

test('a small PDF is taken', () => {
  expect(checkUpload(pdf, 10).every(({ level }) => level === 'ok')).toBe(true);
});

test.each([
  ['\xff\xd8\xff\xe0\x00\x10JFIF', 'a photo (JPEG)'],
  ['\x89PNG\r\n\x1a\n', 'a picture (PNG)'],
  ['PK\x03\x04\x14\x00', 'a Word file or an archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1', 'an old Word file'],
  ['<!doctype html><html>', 'a web page'],
  ['', 'empty'],
  ['hello', 'something else'],
])('%j is %s', (bytes, what) => {
  expect(failed(bytes)).toEqual([`type: it is ${what}, not a PDF`]);
});

test('one that was cut short, and one that is locked', () => {
  expect(failed(pdf.slice(0, 20))).toEqual([expect.stringMatching(/^whole:/)]);
  expect(failed(pdf.replace('trailer', 'trailer /Encrypt 5 0 R'))).toEqual([expect.stringMatching(/^locked:/)]);
});

test('the limit is taken to the byte, and one that is not known is not guessed', () => {
  const of = (length: number) => `%PDF-1.4${'x'.repeat(length - 14)}%%EOF\n`;
  expect(failed(of(10_000_000))).toEqual([]);
  expect(failed(of(10_000_001))).toEqual([expect.stringMatching(/^size: .*more than 10 MB/)]);
  expect(checkUpload(of(100), undefined).find(({ id }) => id === 'size')?.level).toBe('unknown');
});
