import { Users } from 'lucide-react';
import type { Visitor } from '@/components/lines/use-line-visitors';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';

/** Who else is at these lines at this moment, where no cell can show it. */
export function HereToo({ here, drafts }: { readonly here: readonly Visitor[]; readonly drafts: readonly Draft[] }) {
  if (here.length === 0) return null;
  const labels = new Map(drafts.map((draft) => [draft.id, fieldsOfDraft(draft).label ?? 'a new line']));
  const shown = here.flatMap(({ id, name, lineId }) => {
    const label = labels.get(lineId);
    return label === undefined ? [] : [{ id, words: `${name}, at ${label}` }];
  });
  if (shown.length === 0) return null;
  return (
    <p className="mb-3 flex items-start gap-2 text-sm text-muted print:hidden">
      <Users aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>Here too: {shown.map(({ words }) => words).join('; ')}</span>
    </p>
  );
}
