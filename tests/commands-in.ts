// The commands that a document tells its reader to type, in the order they stand there.

/** Lines of code blocks, and code in sentences and tables; those with something to fill in are left out. */
export function commandsIn(markdown: string): string[] {
  return markdown
    .split(/^```.*$/m)
    .flatMap((part, index) =>
      index % 2 === 1
        ? part.split('\n').filter((line) => line.startsWith('ascpi '))
        : [...part.matchAll(/`(ascpi [^`<|…]+)`/g)].map(([, command]) => command ?? ''),
    );
}
