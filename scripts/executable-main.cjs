// What runs first in the single file: the program as in its package, but what it reads of its own folder is inside the file.
'use strict';
const fs = require('node:fs');
const { join, sep } = require('node:path');
const { getAssetKeys, getRawAsset } = require('node:sea');
const vm = require('node:vm');

// There can be no such folder on the disk: the single file stands in its place. So what is not inside is nowhere.
const root = process.execPath;
const inside = new Set(getAssetKeys());

/** The part of the path inside, or undefined. */
function keyOf(path) {
  const text = String(path);
  return text.startsWith(root + sep) ? text.slice(root.length + 1).replaceAll(sep, '/') : undefined;
}

/** Reading as node:fs does; all that is not inside is left to it, its errors too. */
const reading = {
  existsSync: (path) => inside.has(keyOf(path)) || fs.existsSync(path),
  readFileSync(path, options) {
    const key = keyOf(path);
    if (!inside.has(key)) return fs.readFileSync(path, options);
    const bytes = Buffer.from(getRawAsset(key));
    const encoding = typeof options === 'string' ? options : options?.encoding;
    // A copy: what is inside can't be written.
    return encoding ? bytes.toString(encoding) : Buffer.from(bytes);
  },
  readdirSync(path, options) {
    const key = keyOf(path);
    if (key === undefined) return fs.readdirSync(path, options);
    const names = [...inside]
      .filter((each) => each.startsWith(`${key}/`))
      .map((each) => each.slice(key.length + 1).split('/')[0]);
    return names.length > 0 ? [...new Set(names)] : fs.readdirSync(path, options);
  },
};
const files = Object.assign(Object.create(fs), reading);

const loaded = new Map();

/** What a file of bin/ exports. */
function load(key) {
  const known = loaded.get(key);
  if (known) return known.exports;
  const path = join(root, ...key.split('/'));
  const source = files.readFileSync(path, 'utf8').replace(/^#!.*/, '');
  const module = { exports: {} };
  loaded.set(key, module);
  const requireFrom = (id) => {
    if (id === 'node:fs' || id === 'fs') return files;
    return id.startsWith('./') ? load(`bin/${id.slice(2)}`) : require(id);
  };
  requireFrom.main = loaded.get('bin/ascpi.js');
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: path,
  });
  script.runInThisContext()(module.exports, requireFrom, module, path, join(root, 'bin'));
  return module.exports;
}

load('bin/ascpi.js');
