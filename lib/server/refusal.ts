import 'server-only';
import { randomUUID } from 'node:crypto';
import { type ActionError, DomainError } from '@/lib/server/errors';
import { describeError, log } from '@/lib/server/logging';

const statuses: Readonly<Record<ActionError['code'], number>> = {
  invalid: 422,
  'not-found': 404,
  stale: 409,
  refused: 403,
  limited: 429,
  unexpected: 500,
};

/** What a route answers to an error, for a script to read: the reader's message, or a reference to the log. */
export function refusalResponse(error: unknown): Response {
  if (error instanceof DomainError) {
    const { code, message } = error.detail;
    return Response.json({ message }, { status: statuses[code] });
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, err: describeError(error) }, 'a request failed');
  const message = `Something went wrong on our side. Nothing was saved. Quote ${reference} when you ask about it.`;
  return Response.json({ message }, { status: statuses.unexpected });
}
