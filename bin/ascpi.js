#!/usr/bin/env node
// Starts the program: hands it the real world, and sets the exit code it gives back. The usual questions have a small bundle.
'use strict';
const { join } = require('node:path');
const { load, keepCaches } = require('./code-cache.js');

const words = process.argv.slice(2);
const root = join(__dirname, '..');
const isUsual = words.every((word) => word.startsWith('-')) || words.includes('status') || words.includes('next');

(isUsual ? quickly() : wholly()).then((code) => {
  process.exitCode = code;
  // What these need compiled is worth keeping.
  if (code === 0 && isUsual) keepCaches();
});

async function quickly() {
  const dist = join(root, 'dist');
  const { answerQuickly, bareContext } = load(join(dist, load(join(dist, 'quick.js')).file));
  return (await answerQuickly(words, bareContext(process, root))) ?? wholly();
}

function wholly() {
  const { main, realContext } = load(join(root, 'dist', 'ascpi.js'));
  return main(words, realContext(process, root));
}
