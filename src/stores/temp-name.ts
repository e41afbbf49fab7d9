// Names of temporary files: beside what they will become, and recognisable when a killed process left them behind.
import { basename, dirname, join } from 'node:path';

const OURS = /^\.(.+)\.(\d+)-([a-z0-9]{10})\.tmp$/;
// The library that writes the settings has its own form.
const SETTINGS = /^(config\.json)\.tmp-[0-9a-f]+$/;

/** Ten letters and digits; enough to be alone among the files of one folder. */
export const randomWord = (): string => Math.random().toString(36).slice(2, 12).padEnd(10, '0');

/** `.maria-santos.json.4711-k3j9x0q2ab.tmp`, in the folder of the path. */
export const tempName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}-${randomWord()}.tmp`);

/** The name of the file that a temporary file was to become; undefined for any other file. */
export const tempOf = (name: string): string | undefined => (OURS.exec(name) ?? SETTINGS.exec(name))?.[1];

/** The process that wrote a temporary file of ours. */
export const writerOf = (name: string): number | undefined => {
  const pid = OURS.exec(name)?.[2];
  return pid === undefined ? undefined : Number(pid);
};
