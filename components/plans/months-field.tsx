'use client';

import { useId, useState } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { readMonths } from '@/lib/plans/months';
import type { StepView } from '@/lib/plans/view';

/** What is typed stays while it cannot be read, with the reason beneath. */
export function MonthsField({
  step,
  refused,
  change,
}: {
  step: StepView;
  refused: boolean;
  change: (months: number) => void;
}) {
  const [why, setWhy] = useState<string | null>(null);
  const whyId = useId();
  return (
    <div className="contents">
      <label className="block">
        <span className="text-xs text-muted">Months</span>
        <input
          className={inputClass}
          inputMode="numeric"
          defaultValue={step.months}
          aria-invalid={refused || why !== null || undefined}
          aria-describedby={why === null ? undefined : whyId}
          onBlur={(event) => {
            const read = readMonths(event.target.value);
            setWhy(read.ok ? null : read.why);
            if (!read.ok) return;
            event.target.value = String(read.months);
            if (read.months !== step.months) change(read.months);
          }}
        />
      </label>
      {why !== null && (
        <p id={whyId} role="alert" className="order-1 col-span-full text-sm font-medium text-bad">
          {why}
        </p>
      )}
    </div>
  );
}
