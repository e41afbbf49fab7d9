// Reads JSON from strangers: not too deep, no key twice, and every fault with the line it is on.
import { strictJson } from './limits.ts';

export interface JsonFault {
  readonly line: number;
  readonly reason: string;
}

export type StrictJson =
  /** `lineOf` knows the lines of the outer two levels: `3`, `3/name`; a deeper path has the line of what holds it */
  { readonly value: unknown; readonly lineOf: (path: string) => number } | { readonly faults: readonly JsonFault[] };

/** Levels whose lines are worth remembering. */
const KNOWN_LEVELS = 2;

interface Container {
  readonly path: string;
  readonly keys: Set<string> | undefined;
  /** of the value that comes next */
  next: string | number;
  expectsKey: boolean;
}

export function readStrictJson(text: string): StrictJson {
  const { faults, lines, odd } = survey(text);
  if (faults.length > 0) return { faults };
  try {
    const value: unknown = JSON.parse(text);
    return { value, lineOf: (path) => lineAt(path, lines) };
  } catch {
    return { faults: [{ line: odd, reason: 'is cut short or is not JSON' }] };
  }
}

function lineAt(path: string, lines: ReadonlyMap<string, number>): number {
  const known = lines.get(path);
  return known ?? (path.includes('/') ? lineAt(path.slice(0, path.lastIndexOf('/')), lines) : 1);
}

/** Brackets, commas, ends of lines, quotation marks, and what stands between them. */
const TOKEN = /[{}[\],"\n]|[^"{}[\],\n]+/g;

/** Texts come whole; a quotation mark alone is one whose text never ends. By hand: a pattern runs out of room in a long one. */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [''];
    const whole = token === '"' ? text.slice(at, endOfText(text, at)) : token;
    yield whole;
    at += whole.length;
  }
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\' && text[at + 1] !== '\n') at += 1;
  }
  return start + 1;
}

/** What may stand outside of strings, without spaces around it: numbers and the three words, after a colon inside an object. */
const PLAIN = /^:?\s*(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)?$/;

/** Looks at the brackets and keys before anything is built: deep nesting and double keys cost nothing yet. */
function survey(text: string): { faults: JsonFault[]; lines: Map<string, number>; odd: number } {
  const faults: JsonFault[] = [];
  const lines = new Map<string, number>();
  const stack: Container[] = [];
  let line = 1;
  /** where something stands that is no JSON; else the last line */
  let odd: number | undefined;
  let parts = 0;
  for (const token of tokensOf(text)) {
    const inner = stack.at(-1);
    parts += 1;
    // A string that never ends: what follows is none of JSON, and to look for its end again and again would take for ever.
    if (token === '"' || faults.length === strictJson.faults) {
      odd ??= line;
      break;
    }
    if (parts > strictJson.parts * 2) {
      faults.push({
        line,
        reason: `goes beyond the ${strictJson.parts} keys and values that are taken at once: split the file`,
      });
      break;
    }
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      if (stack.length === strictJson.levels) {
        faults.push({ line, reason: `has more than ${strictJson.levels} levels inside each other` });
        break;
      }
      const path = remember(inner, stack.length, line, lines);
      stack.push({ path, keys: token === '{' ? new Set() : undefined, next: 0, expectsKey: token === '{' });
    } else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') step(inner);
    else if (token.startsWith('"') && inner?.expectsKey) {
      const key = keyOf(token);
      if (inner.keys?.has(key)) faults.push({ line, reason: `has the key ${token.slice(0, 80)} twice in one object` });
      inner.keys?.add(key);
      inner.next = key;
      inner.expectsKey = false;
      remember(inner, stack.length, line, lines);
    } else {
      if (!token.startsWith('"')) odd ??= PLAIN.test(token.trim()) ? undefined : line;
      if (inner && !inner.keys && token.trim() !== '') remember(inner, stack.length, line, lines);
    }
  }
  return { faults, lines, odd: odd ?? line };
}

function step(container: Container | undefined): void {
  if (!container) return;
  if (container.keys) container.expectsKey = true;
  else container.next = Number(container.next) + 1;
}

/** The path of the value that begins here; its line is kept on the outer levels. */
function remember(inner: Container | undefined, level: number, line: number, lines: Map<string, number>): string {
  if (!inner) return '';
  const path = inner.path === '' ? String(inner.next) : `${inner.path}/${inner.next}`;
  if (level <= KNOWN_LEVELS && !lines.has(path)) lines.set(path, line);
  return path;
}

function keyOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
