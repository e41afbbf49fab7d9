#!/usr/bin/env node
// Starts the program: hands it the real world, and sets the exit code it gives back.
'use strict';
const { join } = require('node:path');
const { load, keepCaches } = require('./code-cache.js');

const words = process.argv.slice(2);
const root = join(__dirname, '..');
const { main, realContext } = load(join(root, 'dist', 'ascpi.js'));

main(words, realContext(process, root)).then((code) => {
  process.exitCode = code;
  // The commands that are run most decide what is worth keeping compiled.
  const isUsual = words.includes('status') || words.includes('next') || words.every((word) => word.startsWith('-'));
  if (code === 0 && isUsual) keepCaches();
});
