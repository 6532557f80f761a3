/**
 * A line's id in the model file: readable, and unique in the file because it ends in a piece of the line's own
 * random id.
 */
export function keyOf(label: string | null, lineId: string): string {
  const slug = (label ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${slug || 'line'}-${lineId.slice(0, 8)}`;
}
