import { type Finding, met, missing, some } from './criterion';
import type { LeadershipFacts, PostureFacts } from './facts';

/** L1: the current threshold is approved by its quorum. */
export function approved(threshold: LeadershipFacts | null): Finding {
  if (!threshold) return noThreshold();
  if (threshold.approved) return met('Leadership has approved the walk threshold.');
  const { waitingFor } = threshold;
  const names = waitingFor.length === 0 ? 'its approvers' : waitingFor.join(', ');
  return missing('threshold', `A walk threshold is proposed and waits for ${names}.`);
}

/** L2: it is not stale. */
export function standing(threshold: LeadershipFacts | null): Finding {
  if (!threshold) return noThreshold();
  if (!threshold.approved) return missing('threshold', 'What is not approved yet cannot stand.');
  switch (threshold.stale) {
    case null:
      return met('The approved threshold stands: nothing has moved beyond what was agreed.');
    case 'date passed':
      return missing('threshold', 'The threshold is stale: the day it was valid until has passed.', 'threshold', true);
    case 'other alternative chosen':
      return missing('threshold', 'The threshold is stale: another alternative is chosen than the one it rests on.');
    case 'alternative moved':
      return missing('threshold', 'The threshold is stale: the alternative has moved beyond the agreed tolerance.');
  }
}

/** L3: it carries a statement of what the organisation will do if the deal fails. */
export function stated(threshold: LeadershipFacts | null): Finding {
  if (!threshold) return noThreshold();
  if (threshold.stated) return met('It says what the organisation will do if the deal fails.');
  return missing('threshold', 'It does not say what the organisation will do if the deal fails.');
}

const noThreshold = () => missing('threshold', 'No walk threshold has been proposed yet.');

/** Q1: every member marked as negotiator acknowledged the current brief. */
export function briefed({ brief, negotiators }: PostureFacts): Finding {
  if (!brief) return missing('brief', 'There is no negotiators’ brief yet.');
  const wrong = negotiators.filter(({ acknowledged }) => !acknowledged);
  if (negotiators.length === 0) return missing('brief', 'Nobody is marked as a negotiator yet.');
  if (wrong.length === 0) return met('Every negotiator has acknowledged the current brief.');
  return some('negotiator', wrong, negotiators.length, {
    one: 'negotiator',
    is: 'has not acknowledged the current brief',
    are: 'have not acknowledged the current brief',
  });
}

/** Q2: a preparation summary has been approved for showing. */
export function evident({ summary }: PostureFacts): Finding {
  if (summary === 'approved') return met('A preparation summary is approved for showing.');
  if (summary === 'none') return missing('summary', 'There is no preparation summary yet.');
  return missing('summary', 'The preparation summary waits for an executive to approve it for showing.');
}

/** Q3: no contact in which the walk was spoken below credible, unless a recovery followed. */
export function unspoken({ spoken }: PostureFacts): Finding {
  const wrong = spoken.filter(({ belowCredible, recovered }) => belowCredible && !recovered);
  if (wrong.length === 0) {
    return met(
      spoken.some(({ belowCredible }) => belowCredible)
        ? 'Where the walk was spoken too early, a recovery is recorded.'
        : 'The walk has not been spoken before it was credible.',
    );
  }
  return some('contact', wrong, spoken.length, {
    one: 'contact',
    is: 'spoke of the walk before it was credible, and no recovery is recorded',
    are: 'spoke of the walk before it was credible, without a recorded recovery',
  });
}
