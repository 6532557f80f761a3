import { unstable_rethrow } from 'next/navigation';
import type { ActionResult } from '@/lib/server/errors';

/**
 * What an action answered, or that it could not be asked: a form then keeps what was typed, where a rejection would
 * put the page for errors in its place.
 */
export async function reached<Value>(asked: Promise<ActionResult<Value>>): Promise<ActionResult<Value>> {
  try {
    return await asked;
  } catch (error) {
    unstable_rethrow(error);
    const message = 'The portal could not be reached. What you typed is still here: try again when you are connected.';
    return { ok: false, errors: [{ code: 'unexpected', message }] };
  }
}
