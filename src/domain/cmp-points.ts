// The arithmetic of points: what counts in which area, where a surplus goes, and what is missing.

/** Takes what is above the least of the other areas; it has no least of its own that others can't fill. */
export const OTHER = 'other';

/** Points asked for in a cycle, by area; `other` is what remains of the total. */
export type Points = Readonly<Record<string, number>>;

export interface Credit {
  readonly area: string;
  readonly points: number;
}

export interface AreaCount {
  readonly id: string;
  /** null where nobody has published it */
  readonly required: number | null;
  /** points recorded for this area */
  readonly recorded: number;
  /** points that count in it: those of another area above its least count in `other` */
  readonly earned: number;
  readonly missing: number | null;
}

export interface Tally {
  readonly areas: readonly AreaCount[];
  readonly required: number | null;
  readonly earned: number;
  /** more than the cycle asks for */
  readonly beyond: number;
  readonly missing: number | null;
}

/** Points are counted in hundredths, because tenths don't add up in binary. */
const inHundredths = (points: number): number => Math.round(points * 100);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Without a table what was earned is told by area, and nothing is said to be missing. */
export function tally(table: Points | undefined, credits: readonly Credit[]): Tally {
  const recorded = new Map<string, number>();
  for (const { area, points } of credits) recorded.set(area, (recorded.get(area) ?? 0) + inHundredths(points));
  const of = (area: string) => recorded.get(area) ?? 0;
  const total = sum([...recorded.values()]);
  if (!table) {
    const areas = [...recorded].map(([id, points]) => ({
      ...{ id, required: null, recorded: points / 100, earned: points / 100, missing: null },
    }));
    return { areas, required: null, earned: total / 100, beyond: 0, missing: null };
  }
  const least = Object.entries(table).filter(([id]) => id !== OTHER);
  const filled = least.map(([id, points]) => count(id, inHundredths(points), of(id), of(id)));
  const kept = sum(filled.map(({ earned }) => earned));
  const other = count(OTHER, inHundredths(table[OTHER] ?? 0), of(OTHER), total - kept, Number.POSITIVE_INFINITY);
  const areas = [...filled, other];
  const missing = sum(areas.map((area) => area.missing));
  const required = sum(Object.values(table).map(inHundredths));
  return {
    areas: areas.map(asPoints),
    required: required / 100,
    earned: total / 100,
    beyond: (total - (required - missing)) / 100,
    missing: missing / 100,
  };
}

interface Count {
  readonly id: string;
  readonly required: number;
  readonly recorded: number;
  readonly earned: number;
  readonly missing: number;
}

const count = (id: string, required: number, recorded: number, had: number, most = required): Count => {
  const earned = Math.min(had, most);
  return { id, required, recorded, earned, missing: Math.max(0, required - earned) };
};

const asPoints = ({ id, ...points }: Count): AreaCount => ({
  id,
  required: points.required / 100,
  recorded: points.recorded / 100,
  earned: points.earned / 100,
  missing: points.missing / 100,
});

export interface Spread {
  readonly area: string;
  /** into the least of its area */
  readonly own: number;
  /** into others */
  readonly other: number;
  /** of those, what the cycle does not need any more */
  readonly beyond: number;
}

/** Where the points of one activity count, beside those that were there before. */
export function spread(table: Points, before: readonly Credit[], added: Credit): Spread {
  const [was, is] = [tally(table, before), tally(table, [...before, added])];
  const earned = ({ areas }: Tally) =>
    inHundredths(areas.find(({ id }) => id === added.area && id !== OTHER)?.earned ?? 0);
  const own = earned(is) - earned(was);
  return {
    area: added.area,
    own: own / 100,
    other: (inHundredths(added.points) - own) / 100,
    beyond: (inHundredths(is.beyond) - inHundredths(was.beyond)) / 100,
  };
}
