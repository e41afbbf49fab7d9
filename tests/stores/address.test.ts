// Addresses of stores: which are known, and that no password is repeated.
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/stores/index.ts';

describe('an address', () => {
  it.each([
    ['file:/home/maria/ascpi', 'file:/home/maria/ascpi'],
    ['file:///home/maria/ascpi/', 'file:/home/maria/ascpi'],
    ['/home/maria/ascpi', 'file:/home/maria/ascpi'],
    ['/home/maria/../juan//x', 'file:/home/juan/x'],
    ['/', 'file:/'],
    ['memory:', 'memory:'],
  ])('%s opens %s', (address, opened) => {
    expect(openStore(address).address).toBe(opened);
  });

  it.each([
    ['postgres://maria:s3cret@db.example/ascpi', 'there is no store of the kind "postgres:"'],
    ['maria:s3cret@db.example', 'there is no store of the kind "maria:"'],
    ['s3cret@db.example', 'this is not the address of a store'],
    ['//maria:s3cret@server/share', 'a store is a folder of this machine'],
    ['file://maria:s3cret@server/share', 'a store is a folder of this machine'],
    ['file:relative', 'the folder of a store is not an absolute path: "relative"'],
    ['file:', 'the folder of a store is not an absolute path: ""'],
    ['/a\0b', 'the folder of a store is not an absolute path: "/a\\u0000b"'],
    ['memory:x', 'a store in memory has no name'],
    ['relative/path', '"relative/path" is not the address of a store'],
    ['', '"" is not the address of a store'],
    ['toString:', 'there is no store of the kind "toString:"'],
    ['\u001b[31m', '"\\u001b[31m" is not the address of a store'],
  ])('%j is refused', (address, message) => {
    const hint = 'An address is file:/absolute/path, an absolute path alone, or memory:';
    const refusal = { kind: 'usage', message: expect.stringContaining(message), hint };
    expect(() => openStore(address)).toThrow(expect.objectContaining(refusal));
    expect(() => openStore(address)).not.toThrow(/s3cret/);
  });
});
