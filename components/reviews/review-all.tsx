'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { inputClass } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Instant } from '@/components/ui/instant';
import { reviewLines } from '@/lib/reviews/actions';
import type { ReviewView } from '@/lib/reviews/view';
import type { ActionError } from '@/lib/server/errors';

type Line = { readonly id: string; readonly label: string };

type Props = {
  readonly engagementId: string;
  readonly lines: readonly Line[];
  readonly reviews: Readonly<Record<string, ReviewView>>;
};

const atOnce = 500;

/** An afternoon's work: every line one has looked at and that has not changed since, found right together. */
export function ReviewAll({ engagementId, lines, reviews }: Props) {
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const waiting = lines.filter(({ id }) => reviews[id]?.mayReview).length;
  const reviewed = lines.filter(({ id }) => reviews[id]?.reviewed).length;
  if (lines.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="text-muted">
        {reviewed} of {lines.length} lines reviewed
      </span>
      {waiting > 0 && (
        <Button look="quiet" className="print:hidden" onClick={() => setOpenedAt(new Date().toISOString())}>
          Review all unchanged since…
        </Button>
      )}
      {openedAt && (
        <Dialog title="Review what you have looked at" onClose={() => setOpenedAt(null)}>
          <Choosing
            engagementId={engagementId}
            lines={lines}
            reviews={reviews}
            openedAt={openedAt}
            done={() => setOpenedAt(null)}
          />
        </Dialog>
      )}
    </div>
  );
}

function Choosing({
  engagementId,
  lines,
  reviews,
  openedAt,
  done,
}: Props & { readonly openedAt: string; readonly done: () => void }) {
  const [since, setSince] = useState(() => localMinute(openedAt));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const until = Number.isNaN(Date.parse(since)) ? Date.parse(openedAt) : Date.parse(since) + 59_999;
  const listed = lines
    .flatMap((line) => {
      const review = reviews[line.id];
      return review?.mayReview && Date.parse(review.changed.at) <= until ? [{ ...line, review }] : [];
    })
    .slice(0, atOnce);
  const taken = listed.filter(({ id }) => !left.has(id));
  return (
    <div className="mt-3">
      <label className="block text-sm font-medium">
        Unchanged since
        <input
          type="datetime-local"
          className={inputClass}
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
      </label>
      <p className="mt-2 text-sm text-muted">
        Lines that changed later are not listed, nor are those whose last change is your own. A line that changes while
        you read this is refused.
      </p>
      <ul
        aria-label="Lines to review"
        className="mt-3 max-h-72 divide-y divide-rule overflow-y-auto rounded-md border border-rule"
      >
        {listed.map(({ id, label, review }) => (
          <li key={id}>
            <label className="flex min-h-11 items-center gap-3 px-3 py-2 text-sm">
              <input
                type="checkbox"
                className="size-5 shrink-0"
                checked={!left.has(id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(id);
                  else next.add(id);
                  setLeft(next);
                }}
              />
              <span className="min-w-0">
                <span className="block break-words">{label}</span>
                <span className="block text-xs text-muted">
                  {review.changed.by}, <Instant at={review.changed.at} />
                </span>
              </span>
            </label>
          </li>
        ))}
        {listed.length === 0 && <li className="px-3 py-3 text-sm text-muted">No line is left by then.</li>}
      </ul>
      <FormErrors errors={errors} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          disabled={pending || taken.length === 0}
          onClick={() =>
            startTransition(async () => {
              const seen = taken.map(({ id, review }) => ({ lineId: id, materialVersion: review.materialVersion }));
              const answer = await reviewLines({ engagementId, lines: seen });
              if (answer.ok) done();
              else setErrors(answer.errors);
            })
          }
        >
          {taken.length === 1 ? 'Review this line' : `Review these ${taken.length} lines`}
        </Button>
        <Button look="quiet" onClick={done}>
          Not now
        </Button>
      </div>
    </div>
  );
}

/** An instant as the browser's own clock writes it, for a field of local time. */
function localMinute(instant: string): string {
  const at = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
