// Code caches: keeps them beside the program or, where its folder can't be written, in this user's own folder, and reads those.
'use strict';
const fs = require('node:fs');
const { dirname, basename, isAbsolute, join } = require('node:path');

/** Where this user's caches are when the program's folder can't be written: a compiled file is code, so it must be ours alone. */
function ownFolder() {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = process.env;
  const base = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return base && isAbsolute(base) ? join(base, 'ascpi', 'code') : undefined;
}

/** Neither a link, nor of another user, nor writable by others. Windows keeps that folder to its user by itself. */
const isOursAlone = (stats) =>
  !stats.isSymbolicLink() &&
  (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0));

/** The cache of that name, or undefined. */
function readOwn(name) {
  const folder = ownFolder();
  if (!folder) return undefined;
  try {
    const path = join(folder, name);
    return isOursAlone(fs.lstatSync(dirname(path))) && isOursAlone(fs.lstatSync(path))
      ? fs.readFileSync(path)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled in this run. Where no folder can be written nothing is kept, and nothing is lost by that. */
function keep(uncached, besideIt) {
  for (const { name, source, script } of uncached) {
    const data = Buffer.concat([script.createCachedData(), source]);
    const path = besideIt(name);
    const own = ownFolder();
    if (!write(path, data) && own && isOursToMake(own)) write(join(own, basename(path)), data, 0o700);
  }
}

/** Nothing is made in the home of another, as under sudo. */
function isOursToMake(folder) {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const stats = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stats)
      return path === folder ? isOursAlone(stats) : process.getuid === undefined || stats.uid === process.getuid();
  }
  return false;
}

/** Whether it is kept. */
function write(path, data, mode) {
  const temporary = `${path}.${process.pid}`;
  try {
    fs.mkdirSync(dirname(path), { recursive: true, mode });
    fs.writeFileSync(temporary, data, { flag: 'wx', mode: mode === undefined ? 0o644 : 0o600 });
    fs.renameSync(temporary, path);
    return true;
  } catch {
    try {
      fs.rmSync(temporary, { force: true });
    } catch {
      // There is no folder to keep anything in.
    }
    return false;
  }
}

module.exports = { readOwn, keep };
