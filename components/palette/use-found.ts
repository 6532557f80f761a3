import { useEffect, useState } from 'react';
import { searchWords } from '@/lib/format/search-words';
import { findInPalette } from '@/lib/palette/actions';
import { ranked } from '@/lib/palette/rank';
import type { EntryGroup } from '@/lib/palette/view';

/** So long is waited for the next letter, in milliseconds. */
const pause = 120;

type Found = {
  readonly words: string | null;
  readonly groups: readonly EntryGroup[];
  readonly failed: boolean;
};

/**
 * What is found for the words so far. Until the newest question is answered it is what holds them of what was found
 * before: never something else, which an Enter would then take.
 */
export function useFound(
  words: string,
  engagementId: string | null,
): { readonly groups: readonly EntryGroup[]; readonly state: 'asking' | 'answered' | 'failed' } {
  const [found, setFound] = useState<Found>({ words: null, groups: [], failed: false });
  useEffect(() => {
    let newest = true;
    const ask = setTimeout(
      async () => {
        // Not reached is answered like not found out.
        const answer = await findInPalette({ words, engagementId }).catch(() => null);
        if (!newest) return;
        setFound((before) =>
          answer?.ok ? { words, groups: answer.value, failed: false } : { words, groups: before.groups, failed: true },
        );
      },
      words === '' ? 0 : pause,
    );
    return () => {
      newest = false;
      clearTimeout(ask);
    };
  }, [words, engagementId]);
  const state = found.words !== words ? 'asking' : found.failed ? 'failed' : 'answered';
  if (state !== 'asking') return { groups: found.groups, state };
  const before = found.groups.flatMap(({ items }) => items);
  return { groups: ranked(before, searchWords(words)), state };
}
