import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@': here('.').replace(/[/\\]$/, ''),
      'server-only': here('scripts/empty.ts'),
    },
  },
  test: {
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{lib,db,components,scripts}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/*.{db,start,spreadsheet}.test.ts'],
          // A busy machine is no failure.
          testTimeout: 60_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'matrix',
          include: ['e2e/matrix/*.matrix.test.ts'],
          globalSetup: ['e2e/matrix/portal.ts'],
          setupFiles: ['e2e/matrix/doors.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: ['scripts/**/*.start.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'spreadsheets',
          include: ['lib/**/*.spreadsheet.test.ts'],
          testTimeout: 60_000,
          // LibreOffice is one process a profile, and slow on a busy machine.
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
