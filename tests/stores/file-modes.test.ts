// Everything that is kept is for its owner alone, whatever the umask, and what was opened can be closed again.
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looseModes, tightenModes } from '../../src/stores/modes.ts';
import { useWorker } from './processes.ts';
import { modeOf, tempFolder } from './temp-folder.ts';

const worker = useWorker();

async function fill(home: string, umask: string): Promise<void> {
  const tasks = [
    ['begin', home, 'maria'],
    ['append', home, 'maria', 'tag'],
    ['setting', home, 'one'],
    ['setting', home, 'two'],
  ];
  for (const task of tasks) expect(await worker.run(task, { shell: `umask ${umask}` })).toMatchObject({ code: 0 });
}

const FOLDERS = ['', 'journeys', 'previous'];
const FILES = ['journeys/maria.json', 'previous/maria.json', 'config.json', 'config.previous.json'];

describe.skipIf(process.platform === 'win32')('modes', () => {
  it.each(['000', '022', '077', '027', '777'])('are 0700 and 0600 under umask %s', async (umask) => {
    const home = join(tempFolder(), 'home');
    await fill(home, umask);
    expect(FOLDERS.map((name) => modeOf(join(home, name)))).toEqual(['700', '700', '700']);
    expect(FILES.map((name) => modeOf(join(home, name)))).toEqual(['600', '600', '600', '600']);
    expect(looseModes(home)).toEqual([]);
  });

  it('of the folders above, where they are created too, are as strict', async () => {
    const above = join(tempFolder(), 'above');
    await worker.run(['begin', join(above, 'home'), 'maria'], { shell: 'umask 000' });
    expect(modeOf(above)).toBe('700');
  });

  it('that are too open are found and closed; what is closed further stays so', async () => {
    const home = join(tempFolder(), 'home');
    await fill(home, '022');
    chmodSync(join(home, 'journeys'), 0o755);
    chmodSync(join(home, 'journeys', 'maria.json'), 0o644);
    chmodSync(join(home, 'config.json'), 0o460);
    const found = [
      { path: join(home, 'journeys'), mode: 0o755, wanted: 0o700 },
      { path: join(home, 'config.json'), mode: 0o460, wanted: 0o600 },
      { path: join(home, 'journeys', 'maria.json'), mode: 0o644, wanted: 0o600 },
    ];
    expect(looseModes(home)).toEqual(found);
    expect(tightenModes(home)).toEqual(found);
    expect(looseModes(home)).toEqual([]);
    expect(modeOf(join(home, 'config.json'))).toBe('400');
  });

  it('of a home that is not there are no trouble, and it is not created', () => {
    const home = join(tempFolder(), 'home');
    expect(tightenModes(home)).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });
});
