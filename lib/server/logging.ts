import 'server-only';
import { pino } from 'pino';
import { framesOf } from '@/db/query-error';

/** Logs name things by id. Amounts, mail addresses, tokens and anything a person typed stay out of them. */
export const log = pino({
  base: null,
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['*.token', '*.email', '*.amount', '*.password', '*.cookie', '*.authorization'],
});

type Described = { name: string; code?: string; digest?: string; stack?: string };

/**
 * Kind, code (such as an SQLSTATE), Next's digest (which the reader of an error page may quote) and stack of an
 * error. Not its message, which may quote what somebody typed.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error };
  const { cause, code: own, digest } = error as Error & { code?: unknown; digest?: unknown };
  const code = [(cause as { code?: unknown } | undefined)?.code, own].find(isCode);
  const stack = framesOf(error);
  return {
    name: error.name,
    ...(isCode(code) && { code }),
    ...(isCode(digest) && { digest }),
    ...(stack && { stack }),
  };
}

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[\w@-]{1,40}$/.test(value);

/**
 * From now on the console writes to the log, errors without their messages and words without what looks like an
 * address or a secret: Next and the packages say there what they were handed.
 */
export function takeOverConsole(): void {
  for (const [method, level] of [
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['info', 'info'],
  ] as const) {
    console[method] = (...said: unknown[]) => {
      const error = said.find((part) => part instanceof Error);
      const words = said.filter((part) => typeof part === 'string').map(withoutSecrets);
      log[level]({ ...(error && { err: describeError(error) }) }, words.join(' ').trim() || 'the console');
    };
  }
}

/** Words for the log, without what looks like a mail address, a token or an amount. */
export function withoutSecrets(words: string): string {
  return words
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '[address]')
    .replace(/[A-Za-z0-9_-]{24,}/g, '[token]')
    .replace(/\d[\d.,'\u00a0\u202f ]{3,}\d/g, '[number]');
}
