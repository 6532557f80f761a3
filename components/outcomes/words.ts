import type { Tests } from '@/lib/outcomes/view';

/** 2 honoured, 1 yielded. */
export function testsText({ honoured, held, yielded, open }: Tests): string {
  const parts = [
    honoured > 0 && `${honoured} honoured`,
    held > 0 && `${held} held`,
    yielded > 0 && `${yielded} yielded`,
    open > 0 && `${open} not closed`,
  ].filter(Boolean);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
