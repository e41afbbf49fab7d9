// Reads the files of data/ into their shapes; reports all their faults at once, by file.
import * as v from 'valibot';
import { type Board, boardShape } from './board.ts';
import { type CalendarFile, calendarShape } from './business-days.ts';
import { type Checklist, checklistId, checklistShape } from './checklist.ts';
import { type Credential, credentialShape } from './credential.ts';
import { type Criterion, criterionShape, inOrderOfAsking } from './criterion.ts';
import { Failure } from './failure.ts';
import { type Paper, paperShape } from './paper.ts';
import { type Rule, ruleShape } from './rule.ts';
import { readShape } from './shape.ts';
import { stepIds } from './steps.ts';

/** A file of data/, its name relative to it: `rules/exam-window.json`. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
}

/** The folders of data/ and the shape of the files in each. */
export const dataShapes = {
  rules: ruleShape,
  assumptions: ruleShape,
  calendars: calendarShape,
  credentials: credentialShape,
  checklists: checklistShape,
  boards: boardShape,
  criteria: criterionShape,
  papers: paperShape,
} as const;

export type DataFolder = keyof typeof dataShapes;

/** Every fault of these files, each `data/<file>: <fault>`. */
export function dataFaults(folder: DataFolder, files: readonly DataFile[]): string[] {
  return files.flatMap((file) => named(file, parse(dataShapes[folder], file).faults));
}

/** Rules that dates are computed from: without their files nothing would be due, and nobody would know. */
const NEEDED_RULES = [
  'application-documents',
  'application-payment',
  'application-update',
  'attempts',
  'book-by',
  'certificate-eta',
  'cmp-cycle',
  'cmp-declaration-closes',
  'cmp-declaration-opens',
  'exam-window',
  'final-scores',
  'passing-score',
  'reschedule-notice',
  'retake-wait',
  'rules-stale-after',
  'rungs-advice',
  'rungs-deadline',
  'rungs-estimate',
  'rungs-event',
  'rungs-opening',
  'soon',
];

/** Every fault of all of data/: of each file, between its name and its id, and rules that are missing. */
export function allFaults(files: Readonly<Record<DataFolder, readonly DataFile[]>>): string[] {
  const folders = Object.keys(dataShapes) as DataFolder[];
  const present = new Set(files.rules.map(({ name }) => name));
  return [
    ...folders.flatMap((folder) => dataFaults(folder, files[folder])),
    ...[...files.rules, ...files.calendars, ...files.papers, ...files.criteria].flatMap((file) =>
      named(file, misnamed(file)),
    ),
    ...files.checklists.flatMap((file) => named(file, misnamedList(file))),
    ...files.rules.flatMap((file) => named(file, misdated(file))),
    ...files.criteria.flatMap((file, index) => named(file, misnumbered(file, files.criteria.slice(0, index)))),
    ...NEEDED_RULES.map((id) => `rules/${id}.json`)
      .filter((name) => !present.has(name))
      .map((name) => `data/${name}: is missing`),
  ];
}

/** Files are found by their names, so a file whose id is another would never act. */
function misnamed(file: DataFile): string[] {
  const { value } = parse(v.object({ id: v.string() }), file);
  return value && value.id !== nameOf(file) ? [`id: "${value.id}" is not the name of the file`] : [];
}

/** An occasion named like a step would be hidden behind it. */
function misnamedList(file: DataFile): string[] {
  const { value } = parse(checklistShape, file);
  if (!value) return [];
  const [key, id] = [value.step === undefined ? 'occasion' : 'step', checklistId(value)];
  return id === nameOf(file) ? [] : [`${key}: "${id}" is not the name of the file`];
}

const nameOf = (file: DataFile): string => file.name.replace(/^.*\/|\.json$/g, '');

function misdated(file: DataFile): string[] {
  const { value } = parse(ruleShape, file);
  const days = value?.values.map(({ from }) => from ?? '') ?? [];
  const sorted = [...new Set(days)].sort();
  return days.join() === sorted.join() ? [] : ['values: not oldest first, or two of one day'];
}

/** A number is one of the two ways to name a criterion. */
function misnumbered(file: DataFile, before: readonly DataFile[]): string[] {
  const numberOf = (each: DataFile) => parse(criterionShape, each).value?.number;
  const number = numberOf(file);
  const isTaken = number !== undefined && before.some((each) => numberOf(each) === number);
  return isTaken ? [`number: ${number} is that of another criterion`] : [];
}

const named = ({ name }: DataFile, faults: readonly string[]) => faults.map((fault) => `data/${name}: ${fault}`);

function parse<S extends v.GenericSchema>(shape: S, file: DataFile): { value?: v.InferOutput<S>; faults: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    return { faults: [`is not JSON: ${(error as Error).message}`] };
  }
  const read = readShape(shape, json);
  return read.ok ? { value: read.value, faults: [] } : { faults: read.faults };
}

function readFolder<S extends v.GenericSchema>(shape: S, files: readonly DataFile[]) {
  const read = files.map((file) => parse(shape, file));
  const faults = read.flatMap((each, index) => named(files[index] as DataFile, each.faults));
  if (faults.length > 0) {
    throw new Failure(
      'machine',
      `the program's own data can't be read: ${faults.join('; ')}`,
      'Mend these files, or install ascpi again',
    );
  }
  return read.map(({ value }) => value as v.InferOutput<S>);
}

export const readRules = (files: readonly DataFile[]): Rule[] => readFolder(ruleShape, files);
export const readCalendars = (files: readonly DataFile[]): CalendarFile[] => readFolder(calendarShape, files);
export const readCredentials = (files: readonly DataFile[]): Credential[] => readFolder(credentialShape, files);
/** In the order of the steps; those of occasions come after them, by name. */
export const readChecklists = (files: readonly DataFile[]): Checklist[] =>
  readFolder(checklistShape, files).sort(
    (a, b) => placeOf(a) - placeOf(b) || (checklistId(a) < checklistId(b) ? -1 : 1),
  );

const placeOf = ({ step }: Checklist): number => (step === undefined ? stepIds.length : stepIds.indexOf(step));
/** As they stand side by side. */
export const readBoards = (files: readonly DataFile[]): Board[] =>
  readFolder(boardShape, files).sort((one, other) => one.place - other.place);
/** In the order of asking. */
export const readCriteria = (files: readonly DataFile[]): Criterion[] =>
  inOrderOfAsking(readFolder(criterionShape, files));
export const readPapers = (files: readonly DataFile[]): Paper[] => readFolder(paperShape, files);
