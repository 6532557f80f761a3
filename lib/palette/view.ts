export type EntryKind = 'engagement' | 'room' | 'action' | 'place' | 'person';

/** One thing the palette leads to. */
export type Entry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly label: string;
  /** What it belongs to: a room’s client, a person’s title; blank for none. */
  readonly detail: string;
  /** `go`: a page; `download`: a file; `post`: a form without fields. */
  readonly how: 'go' | 'download' | 'post';
  readonly href: string;
};

export type EntryGroup = { readonly kind: EntryKind; readonly items: readonly Entry[] };
