// Preloaded into a real process: makes its file system die, refuse links, or write a few bytes at a time.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { FAULT_DIE_AT, FAULT_FAIL, FAULT_NO_LINKS, FAULT_SHORT_WRITES } = process.env;

if (FAULT_NO_LINKS) {
  fs.linkSync = () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  };
}

if (FAULT_SHORT_WRITES) {
  const { writeSync } = fs;
  fs.writeSync = (file, bytes, from = 0) => writeSync(file, bytes, from, Math.min(7, bytes.length - from));
}

if (FAULT_DIE_AT) {
  let calls = 0;
  const changing = [
    'openSync',
    'fchmodSync',
    'writeSync',
    'fsyncSync',
    'fsync',
    'closeSync',
    'linkSync',
    'renameSync',
    'rmSync',
  ];
  for (const name of [...changing, 'mkdirSync', 'copyFileSync', 'unlinkSync', 'writeFileSync', 'chmodSync']) {
    const real = fs[name];
    fs[name] = (...args) => {
      calls += 1;
      if (calls === Number(FAULT_DIE_AT)) process.kill(process.pid, 'SIGKILL');
      return real(...args);
    };
  }
}

if (FAULT_FAIL) {
  // The program says at which of the next calls: that one alone, or every one from there on that needs space.
  const state = { at: 0, onwards: false, calls: 0, failed: '' };
  globalThis.fault = state;
  const { fsync } = fs;
  // Those that are under way at the same time fail one by one all the same.
  fs.fsync = (file, told) => {
    state.calls += 1;
    if (state.at === 0 || state.onwards || state.calls !== state.at) return fsync(file, told);
    state.failed ||= 'fsync';
    return process.nextTick(told, Object.assign(new Error('EIO: injected, fsync'), { code: 'EIO' }));
  };
  const takingSpace = ['openSync', 'writeSync', 'linkSync', 'mkdirSync', 'copyFileSync', 'writeFileSync'];
  for (const name of [...takingSpace, 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync', 'chmodSync']) {
    const real = fs[name];
    fs[name] = (...args) => {
      state.calls += 1;
      const fails = state.onwards ? state.calls >= state.at && takingSpace.includes(name) : state.calls === state.at;
      if (state.at === 0 || !fails) return real(...args);
      state.failed ||= name;
      // What was opened is closed all the same, as systems do.
      if (name === 'closeSync') real(...args);
      const code = name === 'fsyncSync' ? 'EIO' : 'ENOSPC';
      throw Object.assign(new Error(`${code}: injected, ${name}`), { code });
    };
  }
}

syncBuiltinESMExports();
