'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { reviewLines } from '@/lib/reviews/actions';
import { type ReviewView, reviewWords } from '@/lib/reviews/view';
import type { ActionError } from '@/lib/server/errors';

/** How one line stands with review, and for whoever did not change it last, a way to find it right. */
export function ReviewPanel({
  engagementId,
  lineId,
  review,
}: {
  readonly engagementId: string;
  readonly lineId: string;
  readonly review: ReviewView;
}) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const { reviewed, changed, materialVersion } = review;
  return (
    <section aria-label="Review">
      <h4 className="text-base font-semibold">Review</h4>
      <p className="mt-1 text-sm">
        <span className={reviewed ? 'font-medium text-good' : 'font-medium'}>{reviewWords(review)}</span>
        {reviewed && (
          <>
            , by {reviewed.by}, <Instant at={reviewed.at} />
          </>
        )}
      </p>
      <p className="text-xs text-muted">
        Figures last changed by {changed.by}, <Instant at={changed.at} />. Somebody else reviews them.
      </p>
      <FormErrors errors={errors} />
      {review.mayReview && (
        <Button
          look="quiet"
          className="mt-2 print:hidden"
          disabled={pending}
          onClick={() =>
            startTransition(async () => {
              const answer = await reviewLines({ engagementId, lines: [{ lineId, materialVersion }] });
              setErrors(answer.ok ? [] : answer.errors);
            })
          }
        >
          I have reviewed this line
        </Button>
      )}
    </section>
  );
}
