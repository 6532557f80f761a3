/** The spaces inside a figure do not break; a test reads better without them. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
