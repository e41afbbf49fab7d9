// Reads files of data/: all of a folder, or one by its name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { DataFile, DataFolder } from '../domain/reference.ts';

/** All files of a folder. Fails with `machine`. */
export function dataFiles(dataFolder: string, folder: DataFolder): DataFile[] {
  return namesIn(dataFolder, folder).map((name) => ({
    name: `${folder}/${name}.json`,
    text: read(dataFolder, folder, name),
  }));
}

/** Names without extension, sorted. */
export function namesIn(dataFolder: string, folder: DataFolder): string[] {
  try {
    const names = readdirSync(join(dataFolder, folder)).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    throw unreadable(join(dataFolder, folder), error);
  }
}

/** One file by its name, none where there is no such file. Fails with `machine`. */
export function dataFile(dataFolder: string, folder: DataFolder, name: string): DataFile[] {
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(dataFolder, folder, `${name}.json`))) return [];
  return [{ name: `${folder}/${name}.json`, text: read(dataFolder, folder, name) }];
}

function read(dataFolder: string, folder: DataFolder, name: string): string {
  const path = join(dataFolder, folder, `${name}.json`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown) =>
  new Failure('machine', `the program's own data in ${path} can't be read`, 'Install ascpi again', error);
