import type { LineRecord } from '@/lib/engagements/record';

/** A line as a refusal brings it back: what the other side now holds, and who put it there. */
export type OtherSide = {
  /** Null where the line has been removed. */
  readonly line: LineRecord | null;
  readonly by: string | null;
};
