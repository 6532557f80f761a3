/** Edits of one request: as many as the server takes at once, and as many as a browser sends. */
export const editsAtOnce = 500;

/** Rows of one paste. */
export const rowsPastedAtOnce = 10_000;
