import { readFileSync } from 'node:fs';

/** Everything the portal of this run has written so far, of all journeys: no figure and no token may be in it. */
export function portalLog(): string {
  return readFileSync('test-results/portal.log', 'utf8');
}
