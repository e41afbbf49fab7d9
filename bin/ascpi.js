#!/usr/bin/env node
// Starts the program: hands it the real world, and sets the exit code it gives back.
'use strict';
const { join } = require('node:path');
require('node:module').enableCompileCache?.();
const { main, realContext, quietWhenClosed } = require('../dist/ascpi.js');

quietWhenClosed(process);
main(process.argv.slice(2), realContext(process, join(__dirname, '..'))).then((code) => {
  process.exitCode ||= code;
});
