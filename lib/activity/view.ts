import type { Subject } from '@/lib/activity/schema';
import type { ChangedField } from '@/lib/activity/words';

export type EntryView = {
  readonly number: number;
  /** When, in the engagement's time zone, in words. */
  readonly at: string;
  readonly who: string;
  readonly does: string;
  readonly it: string | null;
  readonly changes: readonly ChangedField[];
};

/** Whether the trail still hangs together, and of how many entries, as far as one may see it. */
export type ChainState = { readonly entries: number; readonly broken: number | null };

export type ActivityView = {
  readonly engagementId: string;
  readonly entries: readonly EntryView[];
  /** The number to go on from; null on the last page. */
  readonly next: number | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly subjects: readonly { readonly key: Subject; readonly name: string }[];
  readonly chain: ChainState;
  readonly timeZone: string;
};
