// Mail addresses and senders: exactly one, and nothing in it that could start a header or another recipient.
import { describe, expect, test } from 'vitest';
import { addressFault, parseSender } from '../../src/domain/mail-address.ts';

const refused = [
  '',
  'maria',
  'maria@',
  '@example.org',
  'maria@example',
  'a@b@example.org',
  'maria@example.org,eve@example.org',
  'maria@example.org;eve@example.org',
  'maria@example.org eve@example.org',
  'maria@example.org\r\nBcc: eve@example.org',
  'maria@example.org\u0000',
  'maria@exa\u200bmple.org',
  '<maria@example.org>',
  '"maria santos"@example.org',
  'maria@[127.0.0.1]',
  'maria@-example.org',
  'maria@example..org',
  `${'x'.repeat(65)}@example.org`,
  `maria@${'x'.repeat(250)}.org`,
];

test.each(refused)('%j is refused', (text) => {
  expect(addressFault(text)).toEqual(expect.any(String));
  if (!text.startsWith('<')) expect(parseSender(text)).toBeUndefined();
});

test.each(['maria@example.org', 'maria.santos+exam@mail.example.co.uk', 'maría@exämple.org', "o'brien@example.org"])(
  '%s is one address',
  (text) => {
    expect(addressFault(text)).toBeUndefined();
    expect(parseSender(text)).toEqual({ name: '', address: text });
  },
);

describe('a sender', () => {
  test.each([
    ['Ana Cruz <ana@example.org>', 'Ana Cruz'],
    ['"Cruz, Ana" <ana@example.org>', 'Cruz, Ana'],
    ['  Ana   <ana@example.org>  ', 'Ana'],
    ['<ana@example.org>', ''],
    ['Nguyễn 陈 <ana@example.org>', 'Nguyễn 陈'],
  ])('%j has a name and an address', (text, name) => {
    expect(parseSender(text)).toEqual({ name, address: 'ana@example.org' });
  });

  test.each([
    'Ana <ana@example.org>, Eve <eve@example.org>',
    'Ana\r\nBcc: eve@example.org <ana@example.org>',
    'Ana "x" Cruz <ana@example.org>',
    'Ana <ana@example.org> <eve@example.org>',
    'Ana \u202e <ana@example.org>',
    'Ana <ana@example.org',
  ])('%j is none', (text) => {
    expect(parseSender(text)).toBeUndefined();
  });
});
