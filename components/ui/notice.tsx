import type { ReactNode } from 'react';

const tones = {
  plain: 'border-rule bg-surface',
  good: 'border-good bg-good-ground',
  warn: 'border-warn bg-warn-ground',
  bad: 'border-bad bg-bad-ground',
} as const;

/** A short message that stands apart. `live` is announced to screen readers when it appears. */
export function Notice({
  tone = 'plain',
  title,
  live = false,
  children,
}: {
  tone?: keyof typeof tones;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div role={live ? 'alert' : undefined} className={`rounded-md border-l-4 px-4 py-3 text-sm ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
