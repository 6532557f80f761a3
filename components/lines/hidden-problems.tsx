import { Notice } from '@/components/ui/notice';
import { type Draft, fieldsOfDraft, readDraft } from '@/lib/lines/drafts';
import { type About, type Field, fieldNames, type SideKind } from '@/lib/lines/fields';

export type HiddenProblem = { readonly draft: Draft; readonly field: Field; readonly why: string };

const shownAtOnce = 5;

/** What is wrong in cells whose column is not shown, so that no mark in the grid says it. */
export function hiddenProblemsOf(
  drafts: readonly Draft[],
  side: SideKind,
  about: About,
  columns: readonly { readonly id: string }[],
): HiddenProblem[] {
  const shown = new Set(columns.map(({ id }) => id));
  return drafts.flatMap((draft) =>
    (Object.entries(readDraft(draft, side, about).problems) as [Field, string][])
      .filter(([field]) => !shown.has(field))
      .map(([field, why]) => ({ draft, field, why })),
  );
}

/** Those problems above the grid, each with the way to the line's details. */
export function HiddenProblems({
  problems,
  onOpen,
}: {
  readonly problems: readonly HiddenProblem[];
  readonly onOpen: (lineId: string) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <div className="mb-3">
      <Notice tone="warn" title="Cells to put right in columns that are not shown" live>
        <ul className="mt-1">
          {problems.slice(0, shownAtOnce).map(({ draft, field, why }) => (
            <li key={`${draft.id} ${field}`}>
              <button
                type="button"
                className="min-h-8 text-left underline underline-offset-4"
                onClick={() => onOpen(draft.id)}
              >
                {fieldsOfDraft(draft).label ?? 'New line'}, {fieldNames[field]}
              </button>
              : {why}
            </li>
          ))}
          {problems.length > shownAtOnce && <li>and {problems.length - shownAtOnce} more</li>}
        </ul>
      </Notice>
    </div>
  );
}
