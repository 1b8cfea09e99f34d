import { defineConfig } from 'vitest/config';

/** What starts programs and browsers, or changes the process that it runs in. */
const apart = ['browser', 'cli', 'clients', 'package', 'site'].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Every core works: many tests wait for a browser or for a program that they started.
    maxWorkers: '100%',
    // A test that hangs ends; one that waits for a busy machine does not.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // Reading and saying leaves nothing behind: one process reads the program once for many files.
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false },
      },
    ],
  },
});
