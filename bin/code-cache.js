// Loads the bundle with V8's code cache kept beside it: half of the start-up is compiling. Without a cache it loads all the same.
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const { dirname, basename, join, isAbsolute } = require('node:path');

const loaded = new Map();
const uncached = [];

// Only names with a hash of the content, so that a cache never meets other code.
const HASHED = /-[\w-]{8}\.js$/;

/** What the file exports. */
function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const source = `(function (exports, require, module) {${fs.readFileSync(file, 'utf8')}\n})`;
  const isHashed = HASHED.test(file);
  // V8 itself rejects what another version or other flags made.
  const cachedData = isHashed ? cacheOf(file) : undefined;
  const script = new vm.Script(source, cachedData ? { filename: file, cachedData } : { filename: file });
  if (isHashed && (!cachedData || script.cachedDataRejected)) uncached.push({ file, script });
  const module = { exports: {} };
  loaded.set(file, module);
  const requireFrom = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module);
  return module.exports;
}

const besideIt = (file) => join(dirname(file), 'cache', nameOf(file));
const nameOf = (file) => `${basename(file)}-${process.version}-${process.arch}`;

function cacheOf(file) {
  try {
    return fs.readFileSync(besideIt(file));
  } catch {
    const folder = ownFolder();
    return folder && readOwn(join(folder, nameOf(file)));
  }
}

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

function readOwn(path) {
  try {
    return isOursAlone(fs.lstatSync(dirname(path))) && isOursAlone(fs.lstatSync(path)) ? fs.readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled in this run. Where no folder can be written nothing is kept, and nothing is lost by that. */
function keepCaches() {
  for (const { file, script } of uncached) {
    const data = script.createCachedData();
    const own = ownFolder();
    if (!keep(besideIt(file), data) && own && isOursToMake(own)) keep(join(own, nameOf(file)), data, 0o700);
  }
}

/** Nothing is made in the home of another, as under sudo. */
function isOursToMake(folder) {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const stats = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stats) return path === folder ? isOursAlone(stats) : process.getuid === undefined || stats.uid === process.getuid();
  }
  return false;
}

/** Whether it is kept. */
function keep(path, data, mode) {
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

module.exports = { load, keepCaches };
