import type { Bench } from '@/lib/lines/bench-sides';

/** That a line was changed, by whomever; the version it has since then, where that was told. */
export type LineNews = { readonly subject: string; readonly version: number | null };

/**
 * Which lines to ask for after some news: those that are newer than what is here. News of a line that is under way
 * waits until it has its answer, which may well be what the news is about.
 */
export function newsOf<News extends LineNews>(
  bench: Bench,
  news: readonly News[],
): { wanted: string[]; later: News[] } {
  const drafts = new Map(bench.sides.flatMap((side) => side.drafts).map((draft) => [draft.id, draft]));
  const wanted: string[] = [];
  const later: News[] = [];
  for (const one of news) {
    const draft = drafts.get(one.subject);
    if (one.version !== null && draft?.saved && draft.saved.version >= one.version) continue;
    if (draft && bench.underWay.includes(one.subject)) later.push(one);
    else wanted.push(one.subject);
  }
  return { wanted, later };
}
