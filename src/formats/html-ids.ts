// Ids that are unique on a page: made of our own words and a number, never of text of people.

/** The next id of a kind: `table-1`, `table-2`. */
export type Counter = (kind: string) => string;

export function counter(): Counter {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}-${count}`;
  };
}
