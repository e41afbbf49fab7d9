// Rules as they were checked when the program was built. A file of data/ that was edited since is left to the whole program.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarFile } from '../../domain/business-days.ts';
import type { Rule } from '../../domain/rule.ts';
import type { RuleSource } from '../../domain/rulebook.ts';
import { namesIn } from '../data-files.ts';
import { leave } from './too-much.ts';

/** Texts of files of data/ without a fault, by name: `rules/exam-window`. */
export type CheckedTexts = Readonly<Record<string, string>>;

/** Each file is read and compared with the text that was checked, which is quicker than checking it again. */
export function compiledRules(dataFolder: string, texts: CheckedTexts): RuleSource {
  const one = <T>(folder: 'rules' | 'calendars', id: string): T | undefined => {
    const path = join(dataFolder, folder, `${id}.json`);
    const name = `${folder}/${id}`;
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (text === undefined) return existsSync(path) ? leave() : undefined;
    return readFileSync(path, 'utf8') === text ? (JSON.parse(text) as T) : leave();
  };
  return {
    all: leave,
    rule: (id) => one<Rule>('rules', id),
    calendar: (id) => one<CalendarFile>('calendars', id),
    calendarIds: () => namesIn(dataFolder, 'calendars'),
  };
}
