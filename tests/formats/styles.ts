// The styles that text is rendered in by tests; a test changes what it is about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Style } from '../../src/formats/format.ts';

const fontFile = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../node_modules/dejavu-fonts-ttf/ttf', `${name}.ttf`));

export const onTerminal: Style = {
  width: 80,
  color: false,
  unicode: true,
  accessible: false,
  terminal: true,
  paper: 'a4',
  fonts: async () => ({ regular: fontFile('DejaVuSans'), bold: fontFile('DejaVuSans-Bold') }),
};
export const inPipe: Style = { ...onTerminal, terminal: false };
export const inAscii: Style = { ...onTerminal, unicode: false };
export const aloud: Style = { ...onTerminal, accessible: true };
