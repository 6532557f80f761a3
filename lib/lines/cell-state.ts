import type { Draft } from '@/lib/lines/drafts';
import type { Field, Problems } from '@/lib/lines/fields';

export type CellState = 'saved' | 'saving' | 'unsaved' | 'refused' | 'conflict';

/** How one cell stands with the server. */
export function cellState(draft: Draft, field: Field, problems: Problems): CellState {
  if (field in draft.conflicts) return 'conflict';
  if (field in problems) return draft.saved || field in draft.unread || field in draft.refused ? 'refused' : 'unsaved';
  if (draft.sent && field in draft.sent) return 'saving';
  return field in draft.typed ? 'unsaved' : 'saved';
}
