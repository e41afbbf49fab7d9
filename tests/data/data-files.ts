// Reads the files of data/ for the tests of this folder.
import { readdirSync, readFileSync } from 'node:fs';
import { type BusinessCalendar, type CalendarFile, calendarShape } from '../../src/domain/business-days.ts';
import { type Checklist, checklistShape } from '../../src/domain/checklist.ts';
import { type Credential, credentialShape } from '../../src/domain/credential.ts';
import { type Rule, ruleShape } from '../../src/domain/rule.ts';
import { readShape } from '../../src/domain/shape.ts';

const DATA = new URL('../../data/', import.meta.url);

/** Each folder of data/ with its shape and the file of data/schema made from it. */
export const folders = {
  rules: { shape: ruleShape, schema: 'rule.schema.json', source: 'rule.ts' },
  credentials: { shape: credentialShape, schema: 'credential.schema.json', source: 'credential.ts' },
  checklists: { shape: checklistShape, schema: 'checklist.schema.json', source: 'checklist.ts' },
  calendars: { shape: calendarShape, schema: 'calendar.schema.json', source: 'business-days.ts' },
} as const;
export type Folder = keyof typeof folders;
export const folderNames = Object.keys(folders) as Folder[];

export const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));

interface DataFile {
  readonly folder: Folder;
  /** without `.json` */
  readonly name: string;
  readonly path: string;
  readonly content: unknown;
}

export const filesOf = (folder: Folder): DataFile[] =>
  readdirSync(new URL(`${folder}/`, DATA))
    .sort()
    .map((file) => {
      const path = `${folder}/${file}`;
      return { folder, name: file.replace(/\.json$/, ''), path, content: readJson(path) };
    });

export const allFiles: DataFile[] = folderNames.flatMap(filesOf);

function shaped(folder: Folder): unknown[] {
  return filesOf(folder).map(({ path, content }) => {
    const read = readShape(folders[folder].shape, content);
    if (!read.ok) throw new Error(`data/${path}: ${read.faults.join('; ')}`);
    return read.value;
  });
}

export const rules = () => shaped('rules') as Rule[];
export const credentials = () => shaped('credentials') as Credential[];
export const checklists = () => shaped('checklists') as Checklist[];
export const calendarFiles = () => shaped('calendars') as CalendarFile[];

/** A calendar with the holidays of the calendar it names and the closures of the rules it names. */
export function calendar(id: string): BusinessCalendar {
  const files = calendarFiles();
  const find = (wanted: string) => {
    const file = files.find((each) => each.id === wanted);
    if (!file) throw new Error(`no file data/calendars/${wanted}.json`);
    return file;
  };
  const file = find(id);
  const inherited = file.holidaysOf ? find(file.holidaysOf).holidays : [];
  const closures = file.closures.map((ruleId) => {
    const rule = rules().find((each) => each.id === ruleId);
    const value = rule?.values.at(-1)?.value;
    if (!rule || !value || !('closedFrom' in value)) throw new Error(`rule ${ruleId} is not a yearly closure`);
    return { title: rule.title, from: value.closedFrom, to: value.closedTo };
  });
  const { title, closedWeekdays } = file;
  return { id, title, closedWeekdays, holidays: [...inherited, ...file.holidays], closures };
}
