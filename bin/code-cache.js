// Loads the bundle with V8's code cache kept beside it: half of the start-up is compiling. Without a cache it loads all the same.
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const { dirname, basename, join } = require('node:path');

const loaded = new Map();
const uncached = [];

// Only names with a hash of the content, so that a cache never meets other code.
const HASHED = /-[\w-]{8}\.js$/;

/** What the file exports. */
function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const cache = join(dirname(file), 'cache', `${basename(file)}-${process.version}-${process.arch}`);
  const source = `(function (exports, require, module, __filename) {${fs.readFileSync(file, 'utf8')}\n})`;
  // V8 itself rejects what another version or other flags made.
  const cachedData = readIfThere(cache);
  const script = new vm.Script(source, cachedData ? { filename: file, cachedData } : { filename: file });
  if (!cachedData && HASHED.test(file)) uncached.push({ cache, script });
  const module = { exports: {} };
  loaded.set(file, module);
  const requireFrom = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, file);
  return module.exports;
}

function readIfThere(path) {
  try {
    return fs.readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled in this run. A folder that can't be written keeps nothing, and nothing is lost by that. */
function keepCaches() {
  for (const { cache, script } of uncached) {
    const temporary = `${cache}.${process.pid}`;
    try {
      fs.mkdirSync(dirname(cache), { recursive: true });
      fs.writeFileSync(temporary, script.createCachedData());
      fs.renameSync(temporary, cache);
    } catch {
      try {
        fs.rmSync(temporary, { force: true });
      } catch {
        // There is no folder to keep anything in.
      }
    }
  }
}

module.exports = { load, keepCaches };
