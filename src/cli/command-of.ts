// Finds the command that is meant by some words.

/** The command that these words begin with, the longest: `candidates import list.csv` is `candidates import`. */
export function commandOf<C extends { readonly name: string }>(
  words: readonly string[],
  commands: readonly C[],
): C | undefined {
  for (let start = 0; start < words.length; start += 1) {
    for (let count = words.length - start; count > 0; count -= 1) {
      const name = words.slice(start, start + count).join(' ');
      const found = commands.find((each) => each.name === name);
      if (found) return found;
    }
  }
  return undefined;
}
