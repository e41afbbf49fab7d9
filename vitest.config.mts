// How the tests run: hermetic environment, generous time for the tests that start real processes.
import { defineConfig } from 'vitest/config';

const report = process.env['ASCPI_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Manila', NO_COLOR: '1' },
    // .ci/run counts the tests from this file.
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {}),
  },
});
