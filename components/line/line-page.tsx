import type { ReactNode } from 'react';
import { BreakEvens } from '@/components/line/break-evens';
import { ByWorkload } from '@/components/line/by-workload';
import { ByYear } from '@/components/line/by-year';
import { Clauses } from '@/components/line/clauses';
import { CourseOfCost } from '@/components/line/course-of-cost';
import { Grounds } from '@/components/line/grounds';
import { Headline } from '@/components/line/headline';
import { HonourBox } from '@/components/line/honour-box';
import { KeyFigures } from '@/components/line/key-figures';
import { OffersSoFar } from '@/components/line/offers-so-far';
import { Position } from '@/components/line/position';
import { Story } from '@/components/line/story';
import { Swings } from '@/components/line/swings';
import type { LineView } from '@/lib/line/view';

/** An engagement's front page: the one picture, the reading, and everything the reading rests on. */
export function LinePage({
  view,
  ended,
  readiness,
  moved,
}: {
  view: LineView;
  /** How the deal has ended, once it has, for those who may know. */
  ended: ReactNode;
  readiness: ReactNode;
  moved: ReactNode;
}) {
  const { comparison, reading } = view;
  return (
    <article className="space-y-12 print:space-y-8">
      <div>
        {ended}
        <Headline view={view} />
        {readiness}
        {moved}
        {reading?.honour && !ended && <HonourBox honour={reading.honour} engagementId={view.engagementId} />}
      </div>
      {view.offer && <Position view={view} />}
      {comparison && <KeyFigures view={view} comparison={comparison} />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Grounds view={view} />
        <Story view={view} />
      </div>
      {comparison ? (
        <>
          <BreakEvens breakEvens={comparison.breakEvens} />
          <div className="grid gap-8 lg:grid-cols-2 print:block">
            <div className="space-y-8 print:mb-8">
              <ByYear view={view} comparison={comparison} />
              <Clauses view={view} comparison={comparison} />
              <OffersSoFar view={view} />
            </div>
            <div className="space-y-8 print:mb-8">
              <CourseOfCost view={view} comparison={comparison} />
              <ByWorkload view={view} comparison={comparison} />
            </div>
          </div>
          <Swings view={view} comparison={comparison} />
        </>
      ) : (
        <OffersSoFar view={view} />
      )}
    </article>
  );
}
