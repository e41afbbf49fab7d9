// The keyboard as inquirer is to read it: a pasted flood is cut, because every letter draws the whole answer again.
import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longer than any answer that is taken, so that one cut here is still refused as too long. */
const LIMIT = 300;

/** Escape sequences of keys, control characters, and text. */
const TOKENS =
  /\u001b(?:\[[\d;<=>?]*[ -/]*[@-~]|O[A-Za-z])|[\0-\u001f\u007f]|[\u0080-\u009f]+|[^\0-\u001f\u007f-\u009f]+/g;

const BACKSPACES = ['\b', '\u007f'];
/** Enter, and Ctrl-U, which empties the line. */
const EMPTYING = ['\r', '\n', '\u0015'];

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

export type Keyboard = NodeJS.ReadableStream & { readonly setRawMode?: (isRaw: boolean) => unknown };

export interface TypedInput {
  readonly stream: Transform;
  /** Gives the keyboard back as it was. */
  readonly close: () => void;
}

export function typedInput(keyboard: Keyboard): TypedInput {
  const decoder = new StringDecoder('utf8');
  let length = 0;
  const pass = (token: string): string => {
    if (BACKSPACES.includes(token)) length = Math.max(0, length - 1);
    if (EMPTYING.includes(token)) length = 0;
    // readline would close on Ctrl-D, and the question wait for ever: it leaves, as Ctrl-C does.
    if (token === CTRL_D) return length === 0 ? CTRL_C : '';
    if (/^[\0-\u001f\u007f]/.test(token)) return token;
    // Some terminals take these for the start of a control sequence, and no key sends them.
    if (/^[\u0080-\u009f]/.test(token)) return '';
    const kept = [...token].slice(0, LIMIT - length).join('');
    length += kept.length;
    return kept;
  };
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      done(null, Buffer.from((decoder.write(chunk).match(TOKENS) ?? []).map(pass).join(''))),
  });
  Object.assign(stream, { isTTY: true, setRawMode: (isRaw: boolean) => keyboard.setRawMode?.(isRaw) });
  keyboard.pipe(stream);
  const close = () => {
    keyboard.unpipe(stream);
    keyboard.setRawMode?.(false);
    keyboard.pause();
  };
  return { stream, close };
}
