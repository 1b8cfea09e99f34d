import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A test that hangs ends; one that waits for a busy machine does not.
  test: { include: ['test/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
});
