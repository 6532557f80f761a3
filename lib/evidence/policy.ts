export const megabyte = 1024 * 1024;

/** Bytes of one file, of everybody's files in an engagement, and of one person's in it; pieces of evidence at one row. */
export const limits = {
  file: 20 * megabyte,
  engagement: 1024 * megabyte,
  person: 256 * megabyte,
  row: 50,
} as const;

export type Stored = { readonly ofEngagement: number; readonly ofPerson: number };

/** Why a file of `size` bytes has no room beside what is stored already; null where it has. */
export function quotaProblem(size: number, { ofEngagement, ofPerson }: Stored): string | null {
  if (ofEngagement + size > limits.engagement) {
    return 'The files of this engagement have reached 1 GB. Take away what is no longer needed, then try again.';
  }
  if (ofPerson + size > limits.person) {
    return 'Your files in this engagement have reached 256 MB. Take away what is no longer needed, then try again.';
  }
  return null;
}
