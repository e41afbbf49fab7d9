// A line that is not shown while it is typed: every key comes as it is pressed, and none is echoed by the terminal.
import type { Keyboard } from './typed-input.ts';

const LEAVING = /[\u0003\u0004]/;
const BACKSPACES = ['\b', '\u007f'];
const EMPTYING = '\u0015';

/** Calls `leave` at Ctrl-C and Ctrl-D, which the terminal hands over as keys meanwhile. */
export async function unseen(input: Keyboard, line: () => Promise<string>, leave: () => void): Promise<string> {
  const hear = (chunk: Buffer | string) => {
    if (LEAVING.test(String(chunk))) leave();
  };
  input.setRawMode?.(true);
  input.on('data', hear);
  try {
    return edited(await line());
  } finally {
    input.off('data', hear);
    input.setRawMode?.(false);
  }
}

/** What is left of the keys once those that erase have done so. */
function edited(keys: string): string {
  let kept: string[] = [];
  for (const key of keys) {
    if (BACKSPACES.includes(key)) kept = kept.slice(0, -1);
    else if (key === EMPTYING) kept = [];
    else if (!/\p{Cc}/u.test(key)) kept = [...kept, key];
  }
  return kept.join('');
}
