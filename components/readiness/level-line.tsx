import Link from 'next/link';
import { LevelMark } from '@/components/readiness/state-mark';
import type { LevelView } from '@/lib/preparedness/view';

/** How ready the organisation is, in a line, on the pages around the Readiness room. */
export function LevelLine({ level, engagementId }: { level: LevelView; engagementId: string }) {
  return (
    <p className="mt-6 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-rule pt-3">
      <span className="text-sm text-muted">Readiness</span>
      <LevelMark level={level.level} />
      <span>
        {level.title} {level.detail}
      </span>
      <Link
        href={`/engagements/${engagementId}/readiness`}
        className="text-accent underline underline-offset-4 print:hidden"
      >
        To readiness
      </Link>
    </p>
  );
}
