// Rules and calendars from data/, each file read when it is first needed; a fault in one reports the faults of all.
import { type DataFile, type DataFolder, readCalendars, readRules } from '../domain/reference.ts';
import type { RuleSource } from '../domain/rulebook.ts';
import { dataFile, dataFiles, namesIn } from './data-files.ts';

/** Reading a few files of many is what keeps `status` quick. Its members fail with `machine`. */
export function ruleSource(dataFolder: string): RuleSource {
  const one = <T>(folder: DataFolder, id: string, read: (files: readonly DataFile[]) => T[]): T | undefined => {
    try {
      return read(dataFile(dataFolder, folder, id))[0];
    } catch {
      // The same fault again, with those of all other files.
      read(dataFiles(dataFolder, folder));
      return undefined;
    }
  };
  return {
    all: () => readRules(dataFiles(dataFolder, 'rules')),
    rule: (id) => one('rules', id, readRules),
    calendar: (id) => one('calendars', id, readCalendars),
    calendarIds: () => namesIn(dataFolder, 'calendars'),
  };
}
