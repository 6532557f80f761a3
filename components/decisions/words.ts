import type { DecisionKind } from '@/lib/decisions/schema';
import type { ActionError } from '@/lib/server/errors';

/** The three ends of a deal, in the order in which they are offered. */
export const ends: readonly DecisionKind[] = ['sign', 'leave', 'extend'];

export const theWord: Record<DecisionKind, string> = { sign: 'Sign', leave: 'Leave', extend: 'Extend' };

export const means: Record<DecisionKind, string> = {
  sign: 'the organisation signs this offer',
  leave: 'the organisation does not sign, and leaves',
  extend: 'the present agreement goes on for a while',
};

/** Sent, and no answer came back: only the page loaded again can tell. */
export const lost: ActionError = {
  code: 'unexpected',
  message:
    'The connection was lost, and whether it is recorded is not known here. Load the page again: it says so above if it is.',
};
