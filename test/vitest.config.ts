import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Every core works: many tests wait for a browser or for a program that they started.
    maxWorkers: '100%',
    // A test that hangs ends; one that waits for a busy machine does not.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
