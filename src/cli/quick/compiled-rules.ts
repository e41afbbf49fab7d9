// Rules as they were checked when the program was built. A file of data/ that was edited since is left to the whole program.
import { existsSync, readFileSync } from 'node:fs';
import type { CalendarFile } from '../../domain/business-days.ts';
import type { Rule } from '../../domain/rule.ts';
import type { RuleSource } from '../../domain/rulebook.ts';
import { namesIn } from '../data-files.ts';
import type { Compiled } from './compiled-data.ts';
import { leave } from './too-much.ts';

/** Each file is read and compared with the text that was checked, which is quicker than checking it again. */
export function compiledRules(dataFolder: string, texts: Compiled['texts']): RuleSource {
  const one = <T>(folder: 'rules' | 'calendars', id: string): T | undefined => {
    const name = `${folder}/${id}`;
    const path = `${dataFolder}/${name}.json`;
    const checked = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (!checked) return existsSync(path) ? leave() : undefined;
    const [text, meaning = text] = checked;
    return readFileSync(path, 'utf8') === text ? (JSON.parse(meaning) as T) : leave();
  };
  return {
    all: leave,
    rule: (id) => one<Rule>('rules', id),
    calendar: (id) => one<CalendarFile>('calendars', id),
    calendarIds: () => namesIn(dataFolder, 'calendars'),
  };
}
