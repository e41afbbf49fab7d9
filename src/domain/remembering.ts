// Remembers answers beside what they follow from: the journeys of a roster ask the same of one rulebook over and over.

/** Gives the answer known under a key, or makes it. It goes when its owner goes; the owner must never change. */
export function remembering<K extends object, T>(): (owner: K, key: string, make: () => T) => T {
  const owners = new WeakMap<K, Map<string, T>>();
  return (owner, key, make) => {
    let known = owners.get(owner);
    if (known === undefined) {
      known = new Map();
      owners.set(owner, known);
    }
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    const answer = make();
    known.set(key, answer);
    return answer;
  };
}
