import { DomainError } from '@/lib/server/errors';

const reasons: Readonly<Record<string, string>> = {
  last_advisor: 'An engagement keeps at least one advisor. Bring in another advisor first.',
  last_administrator: 'The portal keeps at least one administrator. Bring in another administrator first.',
};

/**
 * Runs a change that the database refuses where it would take the last advisor of an engagement, or the last
 * administrator; the refusal is told in words.
 */
export async function keepingTheLastOne<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { constraint_name?: unknown } | undefined) : undefined;
    const reason = reasons[String(cause?.constraint_name)];
    throw reason ? new DomainError({ code: 'refused', message: reason }) : error;
  }
}
