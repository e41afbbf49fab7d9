// Loaded before the program: tells on its end how much memory it had at most, in megabytes, in the file that PEAK names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS / 1024));
});
