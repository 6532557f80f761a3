import { searchWords } from '@/lib/format/search-words';
import type { Entry, EntryGroup, EntryKind } from '@/lib/palette/view';

/** How many of one kind are shown to a search; without one all the rooms of the deal at hand are. */
const shownOfKind = 7;

/** What stands there before anything is typed. */
const atFirst: readonly EntryKind[] = ['room', 'engagement', 'place', 'action'];

/**
 * The entries that hold every term, best first, by kind: the kind of the best one first. A term counts most at the
 * beginning of a word of the label, less of what the entry belongs to, least inside a word. Equals keep their order.
 * `known` were found by the database by more than their names: they stay, last of their kind.
 */
export function ranked(
  entries: readonly Entry[],
  terms: readonly string[],
  known: ReadonlySet<string> = new Set(),
): EntryGroup[] {
  const found = entries
    .map((entry) => ({ entry, score: scoreOf(entry, terms) ?? (known.has(entry.id) ? 0 : null) }))
    .filter((one): one is { entry: Entry; score: number } => one.score !== null)
    .toSorted((one, other) => other.score - one.score);
  const kinds = terms.length === 0 ? atFirst : [...new Set(found.map(({ entry }) => entry.kind))];
  return kinds.flatMap((kind) => {
    const items = found.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry);
    return items.length === 0 ? [] : [{ kind, items: terms.length === 0 ? items : items.slice(0, shownOfKind) }];
  });
}

/** Null where a term is in neither. */
function scoreOf({ label, detail }: Entry, terms: readonly string[]): number | null {
  const [name, belongs] = [searchWords(label), searchWords(detail)];
  let score = 0;
  for (const term of terms) {
    const worth =
      (name.some((word) => word.startsWith(term)) && 4) ||
      (belongs.some((word) => word.startsWith(term)) && 2) ||
      ([...name, ...belongs].some((word) => word.includes(term)) && 1);
    if (!worth) return null;
    score += worth;
  }
  // Of two that hold all of it, the one that says little else.
  return terms.length === 0 ? 0 : score / terms.length - name.length / 100;
}
