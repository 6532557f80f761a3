import { defineConfig } from 'vitest/config';

const root = new URL('./', import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: {
      '@': decodeURIComponent(root).replace(/\/$/, ''),
      'server-only': new URL('./scripts/empty.ts', import.meta.url).pathname,
    },
  },
  test: {
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{lib,db,components,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{lib,db,scripts}/**/*.db.test.ts'],
          globalSetup: ['db/testing/database.ts'],
          setupFiles: ['db/testing/own-database.ts'],
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
