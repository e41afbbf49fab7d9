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
    ['postgres://maria@db.example.org/ascpi', 'postgres://maria@db.example.org/ascpi'],
    ['postgresql://db.example.org:5433/ascpi', 'postgres://db.example.org:5433/ascpi'],
    ['postgres://maria@[2001:db8::1]:5433/ascpi', 'postgres://maria@[2001:db8::1]:5433/ascpi'],
    ['postgres:///ascpi?host=/run/postgresql', 'postgres:///ascpi?host=/run/postgresql'],
  ])('%s opens %s', (address, opened) => {
    expect(openStore(address).address).toBe(opened);
  });

  it.each([
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
    const hint =
      'An address is file:/absolute/path, an absolute path alone, postgres://user@server/database, or memory:';
    const refusal = { kind: 'usage', message: expect.stringContaining(message), hint };
    expect(() => openStore(address)).toThrow(expect.objectContaining(refusal));
    expect(() => openStore(address)).not.toThrow(/s3cret/);
  });

  it.each([
    ['postgres://maria:s3cret@db.example/ascpi', 'may not hold a password'],
    ['postgres://maria:s3cret@/ascpi?host=/run', 'may not hold a password'],
    ['postgres://maria@db.example/ascpi?password=s3cret', 'may not hold a password'],
    ['postgres://maria@db.example/ascpi?sslmode=disable', 'how the connection is protected is not said in the address'],
    ['postgres://maria@db.example/ascpi?s3cret=1', "it can't say"],
    ['postgres://maria@db.example', 'it does not name a server and a database'],
    ['postgres://db.example/', 'it does not name a database'],
    ['postgres:s3cret', 'it does not name a server and a database'],
    ['postgres://db.example:99999/ascpi', 'its port is not between 1 and 65535'],
    ['postgres://db:s3cret/ascpi', 'its server is no name'],
    ['postgres:///ascpi?host=s3cret', 'the folder of its socket is not an absolute path'],
    ['postgres://db.example/ascpi?host=/run', 'it names a server and a socket'],
    ['postgres://db.example/%zz', 'a % in it stands before no two hexadecimal digits'],
    ['postgres://db.example/a%00b', 'it has a control character'],
  ])('%j is refused', (address, message) => {
    const refusal = { kind: 'usage', message: expect.stringContaining(message), hint: expect.any(String) };
    expect(() => openStore(address)).toThrow(expect.objectContaining(refusal));
    if (!message.includes("can't say")) expect(() => openStore(address)).not.toThrow(/s3cret/);
  });
});
