export type MovedView = {
  /** When the reader last took note, in UTC. */
  readonly since: string;
  /** Each in a sentence; none where nothing has. */
  readonly moved: readonly string[];
};
