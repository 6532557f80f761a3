import { conflictsOf } from '@/components/lines/cell-marks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { cellText } from '@/lib/lines/cells';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import { type About, type Field, fieldNames, type SideKind } from '@/lib/lines/fields';

type Props = {
  readonly drafts: readonly Draft[];
  readonly side: SideKind;
  readonly about: About;
  readonly onSettle: (lineId: string, field: Field, whose: 'mine' | 'theirs') => void;
  readonly onOpen: (lineId: string) => void;
};

const shownAtOnce = 3;

/** What two people wrote differently, and lines somebody removed meanwhile: asked above the lines, not only at the cell. */
export function OpenQuestions({ drafts, side, about, onSettle, onOpen }: Props) {
  const disputes = drafts
    .filter(({ conflicts }) => hasAny(conflicts))
    .flatMap((draft) => conflictsOf(draft, side).map((field) => ({ draft, field })));
  const gone = drafts.filter((draft) => draft.gone);
  const count = disputes.length + gone.length;
  if (count === 0) return null;
  return (
    // In sight wherever in the lines one has scrolled to.
    <div className="sticky top-2 bottom-2 z-50 mb-3 rounded-md bg-paper shadow-lg print:static print:shadow-none">
      <Notice
        tone="warn"
        title={count === 1 ? 'One question before all is saved' : `${count} questions before all is saved`}
        live
      >
        <ul className="mt-1 divide-y divide-rule">
          {disputes.slice(0, shownAtOnce).map(({ draft, field }) => {
            const { mine, theirs } = bothOf(draft, field, about);
            return (
              <li key={`${draft.id} ${field}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
                <span>
                  {nameOf(draft)}, {fieldNames[field]}: {draft.conflictBy ?? 'somebody else'} wrote {theirs}, you wrote{' '}
                  {mine}.
                </span>
                <span className="flex gap-2">
                  <Button look="quiet" onClick={() => onSettle(draft.id, field, 'theirs')}>
                    Take {theirs}
                  </Button>
                  <Button look="quiet" onClick={() => onSettle(draft.id, field, 'mine')}>
                    Keep {mine}
                  </Button>
                </span>
              </li>
            );
          })}
          {gone.slice(0, shownAtOnce).map((draft) => (
            <li key={draft.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <span>{nameOf(draft)}: removed by somebody else while you were changing it.</span>
              <Button look="quiet" onClick={() => onOpen(draft.id)}>
                Open it to decide
              </Button>
            </li>
          ))}
        </ul>
        {(disputes.length > shownAtOnce || gone.length > shownAtOnce) && <p>The others are at the marked cells.</p>}
      </Notice>
    </div>
  );
}

function hasAny(record: object): boolean {
  for (const _ in record) return true;
  return false;
}

function nameOf(draft: Draft): string {
  return fieldsOfDraft(draft).label ?? 'New line';
}

function bothOf(draft: Draft, field: Field, about: About): { readonly mine: string; readonly theirs: string } {
  const fields = fieldsOfDraft(draft);
  return {
    mine: cellText(fields, field, about) || 'nothing',
    theirs: cellText({ ...fields, [field]: draft.conflicts[field] }, field, about) || 'nothing',
  };
}
