import 'server-only';
import { pino } from 'pino';

/** Logs name things by id. Amounts, mail addresses, tokens and anything a person typed stay out of them. */
export const log = pino({
  base: null,
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['*.token', '*.email', '*.amount', '*.password', '*.cookie', '*.authorization'],
});
