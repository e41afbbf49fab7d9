// All formats: a literal list, kept by hand. The choices of `--format`, its help and its tests follow from it.
import type { View } from '../views/view.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';

export const formats = [text, json, markdown, html, pdf, csv, ics] as const satisfies readonly Format[];

export type FormatName = (typeof formats)[number]['name'];

export const formatNames: readonly FormatName[] = formats.map(({ name }) => name);

/** The formats that have all they need in a view. */
export const formatsFor = (view: View): readonly Format[] =>
  formats.filter((format: Format) => format.lacks?.(view) === undefined);

export const formatNamed = (name: string): Format | undefined => formats.find((format) => format.name === name);

/** The format that a file's extension asks for, or undefined for an unknown extension, none, or `-`. */
export function formatForFile(path: string): Format | undefined {
  const extension = /[^./\\]\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return formats.find((format: Format) => extension !== undefined && format.extensions.includes(extension));
}
