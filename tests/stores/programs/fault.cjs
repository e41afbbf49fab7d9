// Preloaded into a real process: makes its file system die, refuse links, or write a few bytes at a time.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { FAULT_DIE_AT, FAULT_NO_LINKS, FAULT_SHORT_WRITES } = process.env;

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

syncBuiltinESMExports();
