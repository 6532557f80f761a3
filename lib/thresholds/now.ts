import { presentValueOf } from '@/lib/engagements/present-value';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import type { Now } from '@/lib/thresholds/standing';

/** What a threshold's standing is measured by. `today` is the client's calendar day. */
export function nowOf(engagement: EngagementFigures, today: string): Now {
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  return {
    today,
    chosenId: chosen?.id ?? null,
    alternativeCost: chosen ? presentValueOf(modelOf(engagement)) : 0,
  };
}
