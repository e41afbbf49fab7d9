// How the tests run: hermetic environment, generous time for the tests that start real processes.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Manila', NO_COLOR: '1' },
  },
});
