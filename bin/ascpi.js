#!/usr/bin/env node
// Starts the program: hands it the real world, and sets the exit code it gives back. The usual questions have a small bundle.
// It is loaded with V8's code cache kept beside it: half of the start-up is compiling. Without a cache it loads all the same.
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');
const { dirname, sep } = require('node:path');

const root = dirname(__dirname);
const dist = `${root}${sep}dist`;

const loaded = new Map();
const uncached = [];

/** Commands that have a quick answer: see src/cli/quick/answer.ts. */
const USUAL = new Set(['status', 'next', 'remind', 'candidates']);
/** The usual question that is being answered. Each has a cache of its own, of what its answer takes and no more. */
let asked;

/** What the file of that name in dist/ exports. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const file = `${dist}${sep}${name}`;
  // The build leaves nothing but one function in it, in ASCII.
  const source = fs.readFileSync(file);
  const cachedData = cacheOf(name, source);
  const script = new vm.Script(source.latin1Slice(), { filename: file, cachedData });
  // V8 itself rejects what another version or other flags made.
  if (!cachedData || script.cachedDataRejected) uncached.push({ name, source, script });
  const module = { exports: {} };
  loaded.set(name, module);
  const requireFrom = (id) => (id.startsWith('./') ? load(id.slice('./'.length)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, file, dist);
  return module.exports;
}

const besideIt = (name) => `${dist}${sep}cache${sep}${cacheName(name)}`;
const cacheName = (name) => [name, asked, process.version, process.arch].filter(Boolean).join('-');

/** Behind the compiled code its source is kept, so that a cache never meets other code. */
function cacheOf(name, source) {
  const cache = readCache(name);
  const end = cache ? cache.length - source.length : 0;
  return end > 0 && source.equals(cache.subarray(end)) ? cache.subarray(0, end) : undefined;
}

function readCache(name) {
  try {
    return fs.readFileSync(besideIt(name));
  } catch {
    // Loaded only where the program's folder can't be written and so has no cache.
    return require('./own-cache.js').readOwn(cacheName(name));
  }
}

/** Exit codes of an answer, yes or no: what was compiled for it is worth keeping. */
const ANSWERED = new Set([0, 4]);

async function run(words) {
  asked = usualOf(words);
  const quick = asked && (await quickly(words));
  process.exitCode = quick ?? (await wholly(words));
  if (ANSWERED.has(process.exitCode)) keepCaches();
  // All is written, and clearing away what ends with the process takes Node a millisecond. Windows may still write to its terminal.
  if (quick !== undefined && process.platform !== 'win32') process.exit();
}

function usualOf(words) {
  const named = words.find((word) => USUAL.has(word));
  const usual = named ?? (words.every((word) => word.startsWith('-')) ? 'status' : undefined);
  const more = ['--json', '--check'].filter((option) => words.includes(option));
  return usual && [usual, ...more.map((option) => option.slice('--'.length))].join('-');
}

/** Undefined where the whole program is needed. */
async function quickly(words) {
  try {
    const { answerQuickly, bareContext } = load('quick.js');
    return await answerQuickly(words, bareContext(process, root));
  } catch {
    // Whatever is wrong with the small bundle, the whole program can still answer.
    return undefined;
  }
}

function wholly(words) {
  // What was compiled in vain is not worth keeping.
  uncached.length = 0;
  asked = undefined;
  const { main, realContext } = load('ascpi.js');
  return main(words, realContext(process, root));
}

function keepCaches() {
  if (uncached.length > 0) require('./own-cache.js').keep(uncached.splice(0), besideIt);
}

if (require.main === module) void run(process.argv.slice(2));
// For whoever builds the program.
module.exports = { load, keepCaches };
