/** The words that somebody looks for: lower case, without what stands between them, eight at most. */
export function searchWords(text: string): string[] {
  return (text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}
