import type { Named } from '@/lib/talk/words';

export type CommentView = {
  readonly id: string;
  readonly by: string;
  readonly mine: boolean;
  /** UTC instant. */
  readonly at: string;
  /** Null once whoever wrote it has withdrawn it. */
  readonly body: string | null;
};

export type ThreadView = {
  readonly id: string;
  /** Who settled it, and when; null while it is open. */
  readonly resolved: { readonly by: string; readonly at: string } | null;
  readonly comments: readonly CommentView[];
};

/** The talk about the rows of one kind, by the id of the row, and who can be named in it. */
export type TalkView = {
  readonly threads: Readonly<Record<string, readonly ThreadView[]>>;
  readonly people: readonly Named[];
  readonly mayWrite: boolean;
};
