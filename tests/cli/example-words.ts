// A command line as its words: files that it reads are those in examples/, files that it writes are beside the home.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, 'examples');
/** Kept where the tests of bulletins read it. */
const BULLETIN = join(import.meta.dirname, '../visa-bulletins/2019-03.html');
const fileOf = (word: string) => (word === 'march-2019.html' ? BULLETIN : join(EXAMPLES, word));

/** Without the name of the program. */
export function exampleWords(line: string, home: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
  return words.map((word, index) => {
    if (words[index - 1] === '-o') return `${home}-${word}`;
    return word.includes('.') && existsSync(fileOf(word)) ? fileOf(word) : word;
  });
}
