// All formats: a literal list, kept by hand. The choices of `--format`, its help and its tests follow from it.
import type { Format } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';

export const formats = [text, json, markdown, pdf] as const satisfies readonly Format[];

export type FormatName = (typeof formats)[number]['name'];

export const formatNames: readonly FormatName[] = formats.map(({ name }) => name);

export const formatNamed = (name: string): Format | undefined => formats.find((format) => format.name === name);

/** The format that a file's extension asks for, or undefined for an unknown extension, none, or `-`. */
export function formatForFile(path: string): Format | undefined {
  const extension = /[^./\\]\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return formats.find((format: Format) => extension !== undefined && format.extensions.includes(extension));
}
