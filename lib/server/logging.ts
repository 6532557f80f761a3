import 'server-only';
import { pino } from 'pino';

/** Logs name things by id. Amounts, mail addresses, tokens and anything a person typed stay out of them. */
export const log = pino({
  base: null,
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['*.token', '*.email', '*.amount', '*.password', '*.cookie', '*.authorization'],
});

/** Kind, code (such as an SQLSTATE) and stack of an error: its message may quote what somebody typed. */
export function describeError(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const codes = [error.cause, error].map((thrown) => (thrown as { code?: unknown } | undefined)?.code);
  const code = codes.find((found) => typeof found === 'string' && /^\w{1,40}$/.test(found));
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(error.stack && {
      // A message of several lines can look like a part of the stack.
      stack: error.stack
        .replace(error.message, '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n'),
    }),
  };
}
