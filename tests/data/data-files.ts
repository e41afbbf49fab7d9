// Reads the files of data/ for the tests of this folder.
import { readdirSync, readFileSync } from 'node:fs';
import { type Board, boardShape } from '../../src/domain/board.ts';
import { type BusinessCalendar, type CalendarFile, calendarShape } from '../../src/domain/business-days.ts';
import { type Checklist, checklistShape } from '../../src/domain/checklist.ts';
import { type Credential, credentialShape } from '../../src/domain/credential.ts';
import { type Criterion, criterionShape } from '../../src/domain/criterion.ts';
import { type Paper, paperShape } from '../../src/domain/paper.ts';
import { type Rule, ruleShape } from '../../src/domain/rule.ts';
import { makeRulebook } from '../../src/domain/rulebook.ts';
import { readShape } from '../../src/domain/shape.ts';

const DATA = new URL('../../data/', import.meta.url);

/** Each folder of data/ with its shape and the file of data/schema made from it. */
export const folders = {
  rules: { shape: ruleShape, schema: 'rule.schema.json', source: 'rule.ts' },
  assumptions: { shape: ruleShape, schema: 'rule.schema.json', source: 'rule.ts' },
  credentials: { shape: credentialShape, schema: 'credential.schema.json', source: 'credential.ts' },
  checklists: { shape: checklistShape, schema: 'checklist.schema.json', source: 'checklist.ts' },
  calendars: { shape: calendarShape, schema: 'calendar.schema.json', source: 'business-days.ts' },
  boards: { shape: boardShape, schema: 'board.schema.json', source: 'board.ts' },
  criteria: { shape: criterionShape, schema: 'criterion.schema.json', source: 'criterion.ts' },
  papers: { shape: paperShape, schema: 'paper.schema.json', source: 'paper.ts' },
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
export const boards = () => shaped('boards') as Board[];
export const criteria = () => shaped('criteria') as Criterion[];
export const papers = () => shaped('papers') as Paper[];
export const calendarFiles = () => shaped('calendars') as CalendarFile[];

/** A calendar with the holidays of the calendar it names and the closures of the rules it names. */
export const calendar = (id: string): BusinessCalendar => makeRulebook(rules(), calendarFiles()).calendars(id);
