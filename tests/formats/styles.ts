// The styles that text is rendered in by tests; a test changes what it is about.
import type { Style } from '../../src/formats/format.ts';

export const onTerminal: Style = { width: 80, color: false, unicode: true, accessible: false, terminal: true };
export const inPipe: Style = { ...onTerminal, terminal: false };
export const inAscii: Style = { ...onTerminal, unicode: false };
export const aloud: Style = { ...onTerminal, accessible: true };
