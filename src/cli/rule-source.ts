// Rules and calendars from data/, each file read when it is first needed; a fault in one reports the faults of all.
import { Failure } from '../domain/failure.ts';
import {
  allFaults,
  type DataFile,
  type DataFolder,
  dataShapes,
  readCalendars,
  readRules,
} from '../domain/reference.ts';
import type { RuleSource } from '../domain/rulebook.ts';
import { dataFile, dataFiles, namesIn } from './data-files.ts';

/** Reading a few files of many is what keeps `status` quick. Its members fail with `machine`. */
export function ruleSource(dataFolder: string, folders: readonly DataFolder[] = ['rules']): RuleSource {
  const one = <T>(folder: DataFolder, id: string, read: (files: readonly DataFile[]) => T[]): T | undefined => {
    try {
      return read(dataFile(dataFolder, folder, id))[0];
    } catch (error) {
      throw soundOnly(dataFolder, error);
    }
  };
  return {
    all: () => folders.flatMap((folder) => whole(dataFolder, folder, readRules)),
    rule: (id) => {
      for (const folder of folders) {
        const found = one(folder, id, readRules);
        if (found) return found;
      }
      return undefined;
    },
    calendar: (id) => one('calendars', id, readCalendars),
    calendarIds: () => namesIn(dataFolder, 'calendars'),
  };
}

/** Reads all files of a folder; where one has a fault, the failure tells the faults of all of data/. */
export function whole<T>(dataFolder: string, folder: DataFolder, read: (files: readonly DataFile[]) => T): T {
  try {
    return read(dataFiles(dataFolder, folder));
  } catch (error) {
    throw soundOnly(dataFolder, error);
  }
}

function soundOnly(dataFolder: string, error: unknown): unknown {
  const faults = faultsOfData(dataFolder);
  if (!(error instanceof Failure) || faults.length === 0) return error;
  const hint = 'Mend these files, or install ascpi again';
  return new Failure('machine', `the program's own data can't be read: ${faults.join('; ')}`, hint, error);
}

/** Every fault of data/, by file. */
export function faultsOfData(dataFolder: string): string[] {
  const folders = Object.keys(dataShapes) as DataFolder[];
  const files = folders.map((folder) => [folder, dataFiles(dataFolder, folder)] as const);
  return allFaults(Object.fromEntries(files) as Record<DataFolder, DataFile[]>);
}
