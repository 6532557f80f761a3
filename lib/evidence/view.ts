/** One piece of evidence as its row shows it; never a file's content. */
export type EvidenceView = {
  readonly id: string;
  readonly kind: 'file' | 'link' | 'note';
  readonly title: string;
  readonly url: string | null;
  /** Of a file: what it is, in words. */
  readonly what: string | null;
  /** Of a file, in bytes. */
  readonly size: number | null;
  /** An image that may be shown as one. */
  readonly picture: boolean;
  readonly by: string;
  /** UTC instant. */
  readonly at: string;
  readonly mayRemove: boolean;
};
