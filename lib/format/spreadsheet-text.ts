/**
 * Text that a spreadsheet could take for a formula (=, +, −, @ and what tabs and line ends would bring to the front),
 * with an apostrophe before it, as spreadsheets themselves mark text. Every table that leaves the portal is written
 * with this. Text that begins with apostrophes before such a sign gets one more, so that reading it back is exact.
 */
export function neutralText(text: string): string {
  return /^'*\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The text as it was before it was made neutral. */
export function withoutMark(text: string): string {
  return /^'+\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text;
}
