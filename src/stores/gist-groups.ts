// Reads the file of kept gists: a group of journeys at a time, and of it part by part, because lists ask for few.
import type { ReminderCounts } from '../domain/gist.ts';
import { type Block, type BlockFile, openBlocks } from './block-file.ts';
import { type FileMark, isMarkAt } from './file-mark.ts';
import { COUNTS, FROM, type GistEntry, type GistPart, gistParts, UNTIL, WIDTH } from './gist-layout.ts';

/** One journey of a group. */
export interface Kept {
  readonly group: Group;
  readonly at: number;
}

export class Group {
  private readonly lines: (readonly string[] | undefined)[] = [];

  constructor(
    readonly ids: readonly string[],
    private readonly numbers: Float64Array,
    private readonly parts: readonly Block[],
  ) {}

  /** Whether it is of a journey with this mark, and holds on the day. */
  holds(at: number, mark: FileMark, today: number): boolean {
    const first = at * WIDTH;
    return (
      isMarkAt(mark, this.numbers, first) && this.number(first + FROM) <= today && today <= this.number(first + UNTIL)
    );
  }

  counts(at: number): ReminderCounts {
    const first = at * WIDTH + COUNTS;
    return {
      new: this.number(first),
      sent: this.number(first + 1),
      superseded: this.number(first + 2),
      snoozed: this.number(first + 3),
    };
  }

  /** JSON; undefined where that part is damaged. */
  line(at: number, part: GistPart): string | undefined {
    const index = gistParts.indexOf(part);
    this.lines[index] ??= this.parts[index]?.()?.toString('latin1').split('\n') ?? [];
    return this.lines[index]?.[at];
  }

  entry(at: number): GistEntry | undefined {
    const lines = gistParts.flatMap((part) => this.line(at, part) ?? []);
    const id = this.ids[at];
    if (id === undefined || lines.length < gistParts.length) return undefined;
    return { id, numbers: [...this.numbers.subarray(at * WIDTH, (at + 1) * WIDTH)], lines };
  }

  private number(at: number): number {
    return this.numbers[at] as number;
  }
}

export interface KeptGists {
  /** Of an id; ids are asked for in order. */
  readonly of: (id: string) => Kept | undefined;
  /** What was not read by then is damaged. */
  readonly close: () => void;
}

/** Undefined where there are none, or of another stamp. */
export function openGists(path: string, stamp: () => string): KeptGists | undefined {
  const blocks = openBlocks(path);
  if (blocks?.next()?.()?.toString('latin1') !== stamp()) {
    blocks?.close();
    return undefined;
  }
  let group = groupOf(blocks);
  let at = 0;
  return {
    of: (id) => {
      for (; group; group = groupOf(blocks), at = 0) {
        const { ids } = group;
        if ((ids.at(-1) ?? '') < id) continue;
        while ((ids[at] ?? id) < id) at += 1;
        return ids[at] === id ? { group, at } : undefined;
      }
      return undefined;
    },
    close: blocks.close,
  };
}

/** The next one that is whole. */
function groupOf(blocks: BlockFile): Group | undefined {
  for (;;) {
    const [named, counted, ...parts] = Array.from({ length: 2 + gistParts.length }, blocks.next);
    if (!named || !counted || !parts.every((part) => part !== undefined)) return undefined;
    const ids = named()?.toString('latin1').split('\n') ?? [];
    const numbers = new Float64Array(ids.length * WIDTH);
    const bytes = counted();
    if (bytes?.length !== numbers.byteLength) continue;
    Buffer.from(numbers.buffer).set(bytes);
    return new Group(ids, numbers, parts);
  }
}
