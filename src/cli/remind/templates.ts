// The templates of messages: those that come with the program, and the user's own in their place.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dateIds, knownDate } from '../../domain/dates.ts';
import { Failure } from '../../domain/failure.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { readTemplate, type Template, type TemplateFault } from '../../domain/reminder-template.ts';
import { AFTER } from '../../domain/rungs.ts';
import { closest } from '../../domain/suggest.ts';
import { layoutOf } from '../../stores/file-layout.ts';
import { namesIn } from '../../stores/folder.ts';
import { printable } from '../../stores/printable.ts';
import { templateText } from '../../stores/templates.ts';
import type { Run } from '../run.ts';

/** Gives the template of a reminder. */
export type Templates = (reminder: Reminder) => Template;

export interface TemplateFile {
  /** `deadline-after` */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** the user's own */
  readonly own: boolean;
}

const AFTERWARDS = '-after';

export const ownFolder = (run: Run): string => layoutOf(run.home()).templates;
const shippedFolder = (run: Run): string => join(run.context.dataFolder, 'templates');

/** All templates with their texts: the shipped ones, and those of the user. */
export function templateFiles(run: Run): TemplateFile[] {
  return [
    ...textsIn(shippedFolder(run)).map((file) => ({ ...file, own: false })),
    ...textsIn(ownFolder(run)).map((file) => ({ ...file, own: true })),
  ];
}

function textsIn(folder: string): Omit<TemplateFile, 'own'>[] {
  const names = namesIn(folder).filter((name) => name.endsWith('.txt') && !name.startsWith('.'));
  return names.sort().map((name) => {
    const path = join(folder, name);
    return { name: name.slice(0, -'.txt'.length), path, text: templateText(path) };
  });
}

/** Of a date or of a kind of dates, before its day or after it. */
function isKnown(name: string, shipped: readonly string[]): boolean {
  const bare = name.endsWith(AFTERWARDS) ? name.slice(0, -AFTERWARDS.length) : name;
  return shipped.includes(bare) || dateIds.includes(bare);
}

/** What is wrong with a template, line by line. */
export function faultsIn({ name, path, text, own }: TemplateFile, all: readonly TemplateFile[]): TemplateFault[] {
  const shipped = all.filter((each) => !each.own).map((each) => each.name);
  const fault = (message: string) => [{ file: path, line: 1, message }];
  if (own && !isKnown(name, shipped)) {
    const near = closest(name, [...shipped, ...dateIds]);
    return fault(`no reminder uses a template of this name${near ? `; did you mean ${near}.txt?` : ''}`);
  }
  if (text.includes('\ufffd')) return fault('is not UTF-8 text');
  const read = readTemplate(path, text);
  return 'faults' in read ? read.faults : [];
}

/** `line 3 of "/home/…/deadline.txt": {nam} is not a field` */
const faultText = ({ file, line, message }: TemplateFault): string =>
  `line ${line} of "${printable(file)}": ${printable(message)}`;

/** Reads and checks all of them, so that nothing goes out while one is at fault. Fails with `usage` or `machine`. */
export function readTemplates(run: Run): Templates {
  const all = templateFiles(run);
  const faults = all.flatMap((file) => faultsIn(file, all));
  const [first, ...others] = faults;
  if (first) {
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    throw new Failure('usage', `a template has a fault: ${faultText(first)}${more}`, 'See: ascpi remind templates');
  }
  const known = new Map<string, Template>();
  return (reminder) => {
    const kind = reminder.source?.kind ?? 'deadline';
    const ways = waysTo(knownDate(reminder.date)?.id ?? reminder.date, kind, reminder.rung === AFTER);
    const file = ways.map(([own, name]) => all.find((each) => each.own === own && each.name === name)).find(Boolean);
    if (!file) throw new Failure('machine', `the template of ${kind} is not there`, 'Install ascpi again');
    const made = known.get(file.path) ?? parsed(file);
    known.set(file.path, made);
    return made;
  };
}

/** Where the words of a reminder are looked for, the nearest first: the user's own or shipped, and the name. */
function waysTo(date: string, kind: string, isAfter: boolean): (readonly [own: boolean, name: string])[] {
  const plain = [
    [true, kind],
    [false, kind],
  ] as const;
  if (!isAfter) return [[true, date], ...plain];
  const after = `${kind}${AFTERWARDS}`;
  return [[true, `${date}${AFTERWARDS}`], [true, after], [false, after], ...plain];
}

function parsed({ path, text }: TemplateFile): Template {
  const read = readTemplate(path, text);
  if ('template' in read) return read.template;
  throw new Failure('bug', `the template ${path} was read with faults`);
}

/** Where an editable copy of each shipped template would be, and whether one is there. */
export const copiesOf = (run: Run) =>
  templateFiles(run)
    .filter(({ own }) => !own)
    .map(({ name, text }) => {
      const path = join(ownFolder(run), `${name}.txt`);
      return { name, text, path, there: existsSync(path) };
    });
