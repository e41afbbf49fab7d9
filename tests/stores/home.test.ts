// The home folder on three systems, in every state of the environment.
import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realContext } from '../../src/cli/real-context.ts';
import { homeFolder } from '../../src/stores/home.ts';

const login = (path: string) => () => path;
const unknownLogin = () => {
  throw new Error('no such user');
};

describe('the home folder', () => {
  it.each<[string, Record<string, string>, string]>([
    ['linux', { HOME: '/home/maria' }, '/home/maria/.config/ascpi'],
    ['linux', { HOME: '/home/maria', XDG_CONFIG_HOME: '/etc/xdg' }, '/etc/xdg/ascpi'],
    ['linux', { HOME: '/home/maria', XDG_CONFIG_HOME: '' }, '/home/maria/.config/ascpi'],
    ['linux', { HOME: '/home/maria', XDG_CONFIG_HOME: 'relative' }, '/home/maria/.config/ascpi'],
    ['linux', { XDG_CONFIG_HOME: '/etc/xdg', HOME: 'relative' }, '/etc/xdg/ascpi'],
    ['linux', {}, '/home/login/.config/ascpi'],
    ['linux', { HOME: '' }, '/home/login/.config/ascpi'],
    ['linux', { HOME: '/h', ASCPI_HOME: '' }, '/h/.config/ascpi'],
    ['linux', { HOME: 'relative', ASCPI_HOME: '/srv/ascpi/' }, '/srv/ascpi'],
    ['linux', { ASCPI_HOME: '/srv//a/../b/' }, '/srv/b'],
    ['linux', { ASCPI_HOME: '/' }, '/'],
    ['freebsd', { HOME: '/home/maria' }, '/home/maria/.config/ascpi'],
    ['darwin', { HOME: '/Users/maria' }, '/Users/maria/Library/Preferences/ascpi'],
    ['darwin', { HOME: '/Users/maria', XDG_CONFIG_HOME: '/x' }, '/Users/maria/Library/Preferences/ascpi'],
    ['win32', { APPDATA: 'C:\\Users\\m\\AppData\\Roaming' }, 'C:\\Users\\m\\AppData\\Roaming\\ascpi\\Config'],
    ['win32', { USERPROFILE: 'C:\\Users\\m', HOME: '/c/m' }, 'C:\\Users\\m\\AppData\\Roaming\\ascpi\\Config'],
    ['win32', { USERPROFILE: 'C:\\Users\\m', APPDATA: 'relative' }, 'C:\\Users\\m\\AppData\\Roaming\\ascpi\\Config'],
    ['win32', { ASCPI_HOME: 'D:\\ascpi\\' }, 'D:\\ascpi'],
    ['win32', { ASCPI_HOME: 'D:\\' }, 'D:\\'],
  ])('on %s with %j is %s', (platform, env, home) => {
    expect(homeFolder(platform, env, login('/home/login'))).toBe(home);
  });

  it.each<[string, Record<string, string>, string]>([
    ['linux', { ASCPI_HOME: 'here', HOME: '/h' }, 'ASCPI_HOME is not an absolute path: "here"'],
    ['linux', { ASCPI_HOME: '.', HOME: '/h' }, 'ASCPI_HOME is not an absolute path: "."'],
    ['linux', { ASCPI_HOME: '~/ascpi', HOME: '/h' }, 'ASCPI_HOME is not an absolute path: "~/ascpi"'],
    ['linux', { ASCPI_HOME: '/a\0b', HOME: '/h' }, 'ASCPI_HOME is not an absolute path: "/a\\u0000b"'],
    ['linux', { HOME: 'relative' }, 'HOME is not an absolute path: "relative"'],
    ['darwin', { HOME: '.' }, 'HOME is not an absolute path: "."'],
    ['win32', { ASCPI_HOME: 'C:here' }, 'ASCPI_HOME is not an absolute path: "C:here"'],
  ])('on %s with %j is refused', (platform, env, message) => {
    const refusal = { kind: 'usage', message, hint: expect.stringContaining('Set it like') };
    expect(() => homeFolder(platform, env, login('/home/login'))).toThrow(expect.objectContaining(refusal));
  });

  it.each([['unknown', unknownLogin] as const, ['relative', login('')] as const])(
    'is never the current folder, not even for an account whose home is %s',
    (_, loginHome) => {
      const refusal = { kind: 'usage', hint: 'Set ASCPI_HOME to a folder of yours' };
      for (const env of [{}, { HOME: '' }]) {
        expect(() => homeFolder('linux', env, loginHome)).toThrow(expect.objectContaining(refusal));
      }
    },
  );

  it('asks the system for the home of the account', () => {
    const asked = homeFolder('linux', {}, realContext(process, '/').loginHome);
    expect(isAbsolute(asked) && asked.endsWith(join('.config', 'ascpi'))).toBe(true);
  });
});
