// Files that could not be read and gave their place to a good version: kept beside it under another name, never deleted in silence.
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn } from './folder.ts';
import { ioFailure } from './io-failure.ts';

const ASIDE = /^(.+\.json)\.damaged-[0-9TZ-]+$/;

/** The name of the file that was set aside under this name; undefined for any other file. */
export const asideOf = (name: string): string | undefined => ASIDE.exec(name)?.[1];

/** Files set aside in a folder: all, or those of one file. */
export const asidesIn = (folder: string, name?: string): string[] =>
  namesIn(folder)
    .filter((each) => (name === undefined ? asideOf(each) !== undefined : asideOf(each) === name))
    .map((each) => join(folder, each));

/**
 * Gives what is at a path a second name with the stamp, and returns it. The first name stays until something takes its
 * place, so that a crash in between loses nothing; only a folder has to leave at once. Fails with `machine`.
 */
function setAside(path: string, stamp: string): string {
  const aside = join(dirname(path), `${basename(path)}.damaged-${stamp.replaceAll(':', '')}`);
  try {
    if (statSync(path).isDirectory()) renameSync(path, aside);
    else secondName(path, aside);
  } catch (error) {
    throw ioFailure('write', aside, error);
  }
  return aside;
}

/** Sets some files aside while others take their places; where that fails, nothing was set aside. */
export async function replacing(
  paths: readonly string[],
  stamp: string,
  write: () => void | Promise<void>,
): Promise<void> {
  const moved: { path: string; aside: string }[] = [];
  try {
    for (const path of paths) moved.push({ path, aside: setAside(path, stamp) });
    await write();
  } catch (error) {
    for (const { path, aside } of moved) takeBack(path, aside);
    throw error;
  }
}

function takeBack(path: string, aside: string): void {
  try {
    if (existsSync(path)) rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch {
    // What went wrong before is what has to be told; nothing is lost by a second name.
  }
}

function secondName(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    // A restore that was cut short a moment ago has done it.
    if (existsSync(aside) && statSync(aside).ino === statSync(path).ino) return;
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
