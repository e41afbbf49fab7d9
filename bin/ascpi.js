#!/usr/bin/env node
// Starts the program: hands it the real world, and sets the exit code it gives back. The usual questions have a small bundle.
// It is loaded with V8's code cache kept beside it: half of the start-up is compiling. Without a cache it loads all the same.
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const { dirname, basename, join } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

const loaded = new Map();
const uncached = [];

// Only names with a hash of the content, so that a cache never meets other code.
const HASHED = /-[\w-]{8}\.js$/;

/** Commands that have a quick answer: see src/cli/quick/answer.ts. */
const USUAL = new Set(['status', 'next', 'remind', 'candidates']);

/** What the file exports. */
function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  // The build leaves nothing but ASCII in it.
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'latin1')}\n})`;
  const isHashed = HASHED.test(file);
  // V8 itself rejects what another version or other flags made.
  const cachedData = isHashed ? cacheOf(file) : undefined;
  const script = new vm.Script(source, cachedData ? { filename: file, cachedData } : { filename: file });
  if (isHashed && (!cachedData || script.cachedDataRejected)) uncached.push({ file, script });
  const module = { exports: {} };
  loaded.set(file, module);
  const requireFrom = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, file, dirname(file));
  return module.exports;
}

const besideIt = (file) => join(dirname(file), 'cache', nameOf(file));
const nameOf = (file) => `${basename(file)}-${process.version}-${process.arch}`;

function cacheOf(file) {
  try {
    return fs.readFileSync(besideIt(file));
  } catch {
    // Loaded only where the program's folder can't be written and so has no cache.
    return require('./own-cache.js').readOwn(nameOf(file));
  }
}

async function run(words) {
  const isUsual = words.every((word) => word.startsWith('-')) || words.some((word) => USUAL.has(word));
  process.exitCode = (isUsual ? await quickly(words) : undefined) ?? (await wholly(words));
  // What was compiled for an answer is worth keeping.
  if (process.exitCode === 0) keepCaches();
}

/** Undefined where the whole program is needed. */
async function quickly(words) {
  try {
    const { answerQuickly, bareContext } = load(join(dist, 'quick.js'));
    return await answerQuickly(words, bareContext(process, root));
  } catch {
    // Whatever is wrong with the small bundle, the whole program can still answer.
    return undefined;
  }
}

function wholly(words) {
  const { main, realContext } = load(join(dist, 'ascpi.js'));
  return main(words, realContext(process, root));
}

function keepCaches() {
  if (uncached.length > 0) require('./own-cache.js').keep(uncached.splice(0), besideIt);
}

if (require.main === module) void run(process.argv.slice(2));
// For whoever builds the program.
module.exports = { load, keepCaches };
