// Reads the files of one folder of data/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { DataFile, DataFolder } from '../domain/reference.ts';

export function dataFiles(dataFolder: string, folder: DataFolder): DataFile[] {
  const path = join(dataFolder, folder);
  try {
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }));
  } catch (error) {
    throw new Failure('machine', `the program's own data in ${path} can't be read`, 'Install ascpi again', error);
  }
}
